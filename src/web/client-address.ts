import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Tells from which address a request came. */
export type ClientAddress = (request: IncomingMessage) => string;

/** What is told when a connection has no address any more: its other end has hung up. */
const GONE = 'unknown';

/**
 * @param trustProxy addresses and networks of proxies, as the configuration has them. Only what these say of others is
 *   believed: the right-most forwarded address that is not a proxy's own is the one that the outermost proxy saw; what
 *   stands before it anybody can have written.
 */
export function clientAddressBehind(trustProxy: readonly string[]): ClientAddress {
  const proxies = networks(trustProxy);
  const isProxy = (address: string): boolean => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    let client = addressIn(socket.remoteAddress ?? '');
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    while (client !== undefined && isProxy(client) && forwarded.length > 0) {
      const before = addressIn(forwarded.pop() ?? '');
      if (before === undefined) break;
      client = before;
    }
    return client === undefined ? GONE : networkOf(client);
  };
}

function networks(written: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of written) {
    const [address = '', prefix] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

// `::ffff:192.0.2.1`: how a socket for both families names an address of IPv4.
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/;

/** The address in a text, without a port, brackets or zone; undefined when there is none. */
function addressIn(text: string): string | undefined {
  const bare = text.trim();
  const [, bracketed, beforePort] = WITH_PORT.exec(bare) ?? [];
  const [address = ''] = (bracketed ?? beforePort ?? bare).split('%', 1);
  const plain = MAPPED.exec(address)?.[1] ?? address;
  return isIP(plain) === 0 ? undefined : plain;
}

/** Of IPv6 the network of a household or a company: each of them has more addresses than anybody could block. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
