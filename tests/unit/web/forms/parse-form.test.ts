import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceivedForm } from '../../../../src/forms/received-form.ts';
import { parseForm } from '../../../../src/web/forms/parse-form.ts';

const URLENCODED = 'application/x-www-form-urlencoded';

function urlencoded(body: string | Buffer): ReturnType<typeof parseForm> {
  return parseForm(Buffer.from(body), URLENCODED, false);
}

async function formOf(body: string): Promise<ReceivedForm> {
  const form = await urlencoded(body);
  if (typeof form === 'string') throw new Error(form);
  return form;
}

function multipart(...parts: readonly string[]): Buffer {
  return Buffer.from([...parts.map((part) => `--b\r\n${part}\r\n`), '--b--\r\n'].join(''));
}

const MULTIPART = 'multipart/form-data; boundary=b';

describe('a form as browsers send it', () => {
  it('is read as the platform reads it, whatever was typed', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 12 }), async (pairs) => {
        const form = await formOf(new URLSearchParams(pairs).toString());
        const plain = (value: string): string => value.replace(/\r\n?/g, '\n');
        for (const [name] of pairs)
          expect(form.values(name)).toEqual(
            pairs.filter(([other]) => other === name).map(([, value]) => plain(value)),
          );
        expect(form.names()).toEqual([...new Set(pairs.map(([name]) => name))]);
      }),
    );
  });

  it('has the first value, all values, and an empty text for what was not sent', async () => {
    const form = await formOf('a=1&a=2&b=&c');
    expect([form.value('a'), form.values('a'), form.value('b'), form.value('c'), form.value('d')]).toEqual([
      '1',
      ['1', '2'],
      '',
      '',
      '',
    ]);
    expect([form.values('d'), form.names(), form.file('a')]).toEqual([[], ['a', 'b', 'c'], undefined]);
  });

  it('has no names but those that were sent', async () => {
    const form = await formOf('__proto__=1&constructor.prototype.x=2&toString=3');
    expect(form.names()).toEqual(['__proto__', 'constructor.prototype.x', 'toString']);
    expect([form.value('__proto__'), form.value('hasOwnProperty')]).toEqual(['1', '']);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('has plain ends of lines', async () => {
    expect((await formOf('a=1%0D%0A2%0D3%0A4')).value('a')).toBe('1\n2\n3\n4');
  });

  it('says by its pressed button what is to be done, and to what', async () => {
    for (const [sent, action, argument] of [
      ['action=save', 'save', ''],
      ['action=add+processings.p1.locations', 'add', 'processings.p1.locations'],
      ['action=remove+a+b', 'remove', 'a b'],
      ['action=&x=1', '', ''],
      ['x=1', '', ''],
      ['action=first&action=second', 'first', ''],
      ['action=+save', '', 'save'],
    ] as const) {
      const form = await formOf(sent);
      expect([sent, form.action, form.argument]).toEqual([sent, action, argument]);
    }
  });

  it('may say that it is UTF-8, and nothing else', async () => {
    const read = (type: string | undefined) => parseForm(Buffer.from('a=1'), type, false);
    for (const type of [
      `${URLENCODED}; charset=UTF-8`,
      `${URLENCODED};charset="utf-8"`,
      URLENCODED.toUpperCase(),
    ])
      expect(await read(type)).toBeTypeOf('object');
    for (const type of [
      `${URLENCODED}; charset=latin1`,
      'text/plain',
      'application/json',
      'multipart/mixed; boundary=b',
      '',
      undefined,
    ])
      expect([type, await read(type)]).toEqual([type, 'not-a-form']);
  });
});

describe('a form that no browser sends', () => {
  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3d, 0xff])],
    ['encoded bytes that are no UTF-8', 'a=%ff'],
    ['half a character', 'a=%ED%A0%80'],
    ['an encoding that is cut off', 'a=%4'],
    ['a NUL in a value', 'a=x%00'],
    ['a NUL in a name', 'a%00=x'],
    ['a name that is too long', `${'a'.repeat(301)}=1`],
    ['too many fields', 'a=&'.repeat(20_001)],
  ])('is broken by %s', async (_what, body) => {
    expect(await urlencoded(body)).toBe('broken-form');
  });

  it('is not broken by as many fields, or as long a name, as there may be', async () => {
    expect((await formOf('a=&'.repeat(20_000))).values('a')).toHaveLength(20_000);
    expect((await formOf(`${'a'.repeat(300)}=1`)).value('a'.repeat(300))).toBe('1');
  });

  it('never makes the reader of forms fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(URLENCODED, MULTIPART, 'multipart/form-data; boundary=', 'multipart/form-data;'),
        async (bytes, type) => {
          const form = await parseForm(Buffer.from(bytes), type, true);
          expect(['object', 'string']).toContain(typeof form);
        },
      ),
    );
  });
});

describe('a form with files', () => {
  const file =
    'Content-Disposition: form-data; name="file"; filename="a.json"\r\nContent-Type: x/y\r\n\r\n{\r\n}';

  it('brings them as they are, beside its fields', async () => {
    const body = multipart('Content-Disposition: form-data; name="action"\r\n\r\nimport', file);
    const form = await parseForm(body, MULTIPART, true);
    if (typeof form === 'string') throw new Error(form);
    expect([form.action, form.names(), form.file('file')?.name]).toEqual(['import', ['action'], 'a.json']);
    expect(Buffer.from(form.file('file')?.bytes ?? []).toString()).toBe('{\r\n}');
    expect(form.value('file')).toBe('');
  });

  it('brings none where none was chosen', async () => {
    const empty = multipart(
      'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
    );
    for (const files of [true, false]) {
      const form = await parseForm(empty, MULTIPART, files);
      expect(typeof form === 'string' ? form : form.file('file')).toBeUndefined();
    }
  });

  it('is broken on a page that takes none, and when it is cut off', async () => {
    expect(await parseForm(multipart(file), MULTIPART, false)).toBe('broken-form');
    expect(await parseForm(Buffer.from('--b\r\nContent-Disp'), MULTIPART, true)).toBe('broken-form');
    expect(await parseForm(Buffer.from(''), MULTIPART, true)).toBe('broken-form');
  });
});
