import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddressBehind } from '../../../src/web/client-address.ts';

/** A request over a connection from an address, with what proxies say of it. */
function from(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  // All that is asked of a request here.
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('the address a request came from', () => {
  it('is the other end of the connection', () => {
    const address = clientAddressBehind([]);
    expect(address(from('192.0.2.1'))).toBe('192.0.2.1');
    expect(address(from('::ffff:192.0.2.1'))).toBe('192.0.2.1');
    expect(address(from(undefined))).toBe('unknown');
  });

  it('is not what anybody says it is', () => {
    expect(clientAddressBehind([])(from('192.0.2.1', '203.0.113.7'))).toBe('192.0.2.1');
    expect(clientAddressBehind(['10.0.0.0/8'])(from('192.0.2.1', '203.0.113.7'))).toBe('192.0.2.1');
  });

  it('is what the outermost of our proxies saw', () => {
    const address = clientAddressBehind(['10.0.0.0/8', '::1']);
    expect(address(from('10.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
    expect(address(from('::ffff:10.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
    expect(address(from('::1', '198.51.100.1, 203.0.113.7, 10.1.1.1'))).toBe('203.0.113.7');
    expect(address(from('10.0.0.1', '203.0.113.7:4711'))).toBe('203.0.113.7');
    expect(address(from('10.0.0.1'))).toBe('10.0.0.1');
    expect(address(from('10.0.0.1', '10.0.0.2, 10.0.0.3'))).toBe('10.0.0.2');
  });

  it('is the last one that is known where what follows is no address', () => {
    const address = clientAddressBehind(['10.0.0.0/8']);
    for (const nonsense of ['', 'unknown', '203.0.113.7, x', '999.1.1.1', '_hidden', ', ,'])
      expect([nonsense, address(from('10.0.0.1', nonsense))]).toEqual([nonsense, '10.0.0.1']);
    expect(address(from('10.0.0.1', 'x, 10.0.0.2'))).toBe('10.0.0.2');
  });

  it('of IPv6 is the network of a household or a company', () => {
    const address = clientAddressBehind(['::1']);
    for (const [seen, told] of [
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
      ['2001:db8::6', '2001:db8:0:0::/64'],
      ['fe80::1%eth0', 'fe80:0:0:0::/64'],
      ['2001:DB8:0001::', '2001:db8:1:0::/64'],
      ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ] as const)
      expect([seen, address(from('::1', seen))]).toEqual([seen, told]);
    expect(address(from('2001:db8:1:2::7'))).toBe(address(from('2001:db8:1:2:ffff::8')));
  });
});
