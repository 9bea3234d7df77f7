import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogoError } from '../../../src/look/logo-error.ts';
import { LARGEST_LOGO, readLogo } from '../../../src/look/read-logo.ts';

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function png(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const picture = chunk('IDAT', deflateSync(Buffer.alloc(64)));
  return Buffer.concat([signature, chunk('IHDR', head), ...more, picture, chunk('IEND', Buffer.alloc(0))]);
}

function webp(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(20);
  head.write('RIFF', 0);
  head.writeUInt32LE(12 + data.length, 4);
  head.write(`WEBP${name}`, 8);
  head.writeUInt32LE(data.length, 16);
  return Buffer.concat([head, data]);
}

const EXTENDED = Buffer.from([0x10, 0, 0, 0, 119, 0, 0, 39, 0, 0, 0, 0]);
const LOSSLESS = Buffer.from([0x2f, 0x77, 0xc0, 0x09, 0, 0, 0, 0, 0, 0, 0, 0]);
const LOSSY = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 120, 0, 40, 0, 0, 0]);

function svg(inside: string, attributes = 'viewBox="0 0 120 40"'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);
}

/** Why a file is refused, and what is named. */
function whyNot(bytes: Uint8Array): string {
  try {
    readLogo(bytes);
  } catch (error) {
    if (error instanceof LogoError) return `${error.fault} ${error.what}`.trim();
    throw error;
  }
  return 'taken';
}

describe('a logo', () => {
  it.each([
    ['PNG', png(120, 40), 'image/png'],
    ['extended WebP', webp('VP8X', EXTENDED), 'image/webp'],
    ['lossless WebP', webp('VP8L', LOSSLESS), 'image/webp'],
    ['lossy WebP', webp('VP8 ', LOSSY), 'image/webp'],
  ])('may be a %s, whose size is read from its bytes', (_name, bytes, type) => {
    expect(readLogo(bytes)).toMatchObject({ type, width: 120, height: 40 });
  });

  it.each([
    ['by its viewBox', svg('<path d="M0 0h120v40z"/>'), 192],
    ['by its sides', svg('', 'width="30px" height="30"'), 64],
    [
      'after a declaration and a comment',
      Buffer.concat([
        Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- drawn -->\n'),
        svg(''),
      ]),
      192,
    ],
    [
      'with a prefix of its own',
      Buffer.from('<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 3 1"/>'),
      192,
    ],
  ])('may be an SVG, whose shape is told %s', (_name, bytes, width) => {
    expect(readLogo(bytes)).toMatchObject({ type: 'image/svg+xml', width, height: 64 });
  });

  it.each([
    [
      'gradients and what refers to them',
      '<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0"/><use href="#g"/>',
    ],
    ['styles', '<style><![CDATA[.a{fill:url("#g");stroke:#fff}]]></style><g class="a"/>'],
    ['a picture in it', '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>'],
    [
      'notes of a drawing program',
      '<metadata xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"><inkscape:grid path="C:\\\\logo"/></metadata>',
    ],
    ['words', '<title>A &amp; B &#169;</title><text>A&#x20;B</text>'],
  ])('may be an SVG with %s', (_name, inside) => {
    expect(whyNot(svg(inside))).toBe('taken');
  });
});

describe('a file that is no logo', () => {
  it.each([
    ['is empty', Buffer.alloc(0), 'empty'],
    ['is too large', Buffer.concat([png(1, 1), Buffer.alloc(LARGEST_LOGO)]), 'too-large'],
    ['is a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'svg-forbidden <!doctype html'],
    ['is a page without a type', Buffer.from('<html><body></body></html>'), 'unknown-type'],
    ['is a GIF', Buffer.from('GIF89a'), 'unknown-type'],
    ['is a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'unknown-type'],
    ['is a script', Buffer.from('alert(1)'), 'unknown-type'],
    ['is a PNG that was cut', png(120, 40).subarray(0, -5), 'broken'],
    ['is a PNG that was changed', Buffer.from(png(120, 40)).fill(1, 45, 47), 'broken'],
    ['is a PNG with a page behind it', Buffer.concat([png(1, 1), Buffer.from('<script>')]), 'broken'],
    ['is a PNG that moves', png(1, 1, [chunk('acTL', Buffer.alloc(8))]), 'broken acTL'],
    ['is a PNG of too many pixels', png(60_000, 60_000), 'wrong-size 60000 × 60000'],
    ['is a PNG of no pixels', png(0, 40), 'wrong-size 0 × 40'],
    ['is a WebP that was cut', webp('VP8X', EXTENDED).subarray(0, -1), 'broken'],
    ['is a WebP that moves', webp('VP8X', Buffer.from(EXTENDED).fill(2, 0, 1)), 'broken ANIM'],
    ['is a WebP of no known kind', webp('ALPH', EXTENDED), 'broken'],
  ])('is refused when it %s', (_name, bytes, why) => {
    expect(whyNot(bytes)).toBe(why);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', 'svg-forbidden <script>'],
    ['a script by another case', '<SCRIPT>alert(1)</SCRIPT>', 'svg-forbidden <SCRIPT>'],
    ['a handler', '<g onload="alert(1)"/>', 'svg-forbidden onload="…"'],
    ['a handler in disguise', '<g ONclick="alert(1)"/>', 'svg-forbidden ONclick="…"'],
    ['foreign content', '<foreignObject><p/></foreignObject>', 'svg-forbidden <foreignObject>'],
    ['a link', '<a href="#x"/>', 'svg-forbidden <a>'],
    ['what moves', '<animate attributeName="href" to="javascript:alert(1)"/>', 'svg-forbidden <animate>'],
    [
      'HTML under a prefix',
      '<g xmlns:h="http://www.w3.org/1999/xhtml"><h:script/></g>',
      'svg-forbidden xmlns:h="http://www.w3.org/1999/xhtml"',
    ],
    [
      'HTML by another default',
      '<g xmlns="http://www.w3.org/1999/xhtml"/>',
      'svg-forbidden xmlns="http://www.w3.org/1999/xhtml"',
    ],
    [
      'itself under another name',
      '<g xmlns:x="http://www.w3.org/2000/svg"><x:script/></g>',
      'svg-forbidden xmlns:x="http://www.w3.org/2000/svg"',
    ],
    [
      'a picture from elsewhere',
      '<image href="https://elsewhere.example/p.png"/>',
      'svg-reference https://elsewhere.example/p.png',
    ],
    ['a picture beside it', '<image xlink:href="/p.png"/>', 'svg-reference /p.png'],
    ['a script as an address', '<use href="&#106;avascript:alert(1)"/>', 'svg-reference javascript:alert(1)'],
    [
      'a drawing within',
      '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
      'svg-reference data:image/svg+xml;base64,PHN2Zz4=',
    ],
    [
      'a style from elsewhere',
      '<style>@import url(https://elsewhere.example/s.css);</style>',
      'svg-reference @import url(https://elsewhere.example/s.css)',
    ],
    [
      'a font from elsewhere',
      '<style>@font-face{src:url(https://elsewhere.example/f)}</style>',
      'svg-reference url(https://elsewhere.example/f',
    ],
    [
      'an address in an attribute',
      '<g fill="url(https://elsewhere.example/#a)"/>',
      'svg-reference url(https://elsewhere.example/#a',
    ],
    [
      'a picture under a prefix of its own',
      '<image xmlns:x-l="http://www.w3.org/1999/xlink" x-l:href="https://elsewhere.example/p.png"/>',
      'svg-reference https://elsewhere.example/p.png',
    ],
    [
      'a style from elsewhere, cut in two by a comment',
      '<style>@im<!-- -->port "//e.example/s.css";</style>',
      'svg-reference @import "//e.example/s.css"',
    ],
    [
      'a style from elsewhere, cut in two by an element',
      '<style>@im<g/><![CDATA[port "//e.example/s.css"]]></style>',
      'svg-reference @import "//e.example/s.css"',
    ],
    [
      'an address that is hidden by an escape',
      '<style>g{fill:u\\72l(//e.example)}</style>',
      'svg-forbidden \\',
    ],
    ['shapes without end', '<use href="#a"/>'.repeat(21), 'svg-forbidden 21 × <use>'],
    ['entities of its own', '&xxe;', 'svg-broken &xxe;'],
    [
      'an instruction',
      '<?xml-stylesheet href="https://elsewhere.example/s.css"?>',
      'svg-forbidden <?xml-stylesheet href="https://elsewhere.example/s.css"?',
    ],
    ['tags that do not fit', '<g></h>', 'svg-broken </h>'],
    ['an attribute twice', '<g id="a" id="b"/>', 'svg-broken id="b"'],
    ['an attribute without a value', '<g hidden/>', 'svg-broken <g hidden/'],
  ])('is refused as SVG when it has %s, and that is named', (_name, inside, why) => {
    expect(whyNot(svg(inside))).toBe(why);
  });

  it.each([
    [
      'has a document type',
      Buffer.concat([Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]>'), svg('')]),
      'svg-forbidden <!DOCTYPE svg [<!ENTITY a "b"',
    ],
    ['is two', Buffer.concat([svg(''), svg('')]), 'svg-broken'],
    [
      'never ends',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>'),
      'svg-broken g',
    ],
    ['has no namespace', Buffer.from('<svg viewBox="0 0 1 1"/>'), 'svg-broken xmlns'],
    [
      'has another root',
      Buffer.from('<!--<svg>--><g xmlns="http://www.w3.org/2000/svg"/>'),
      'svg-broken xmlns',
    ],
    ['has no size', svg('', 'width="100%"'), 'svg-no-size'],
    ['is a line', svg('', 'viewBox="0 0 9000 1"'), 'wrong-size 576000 × 64'],
    [
      'says that it is in another encoding, in which it would be another',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="ISO-2022-JP"?>'),
        svg('\x1b$B<!--\x1b(B<script>alert(1)</script>-->'),
      ]),
      'svg-forbidden <?xml version="1.0" encoding="ISO-2022-JP"?',
    ],
    ['is no UTF-8', Buffer.concat([svg(''), Buffer.from([0xff])]), 'svg-broken UTF-8'],
  ])('is refused as SVG when it %s', (_name, bytes, why) => {
    expect(whyNot(bytes)).toBe(why);
  });

  it('is refused in words, whatever bytes it has, and never by a fault of ours', () => {
    const starts = ['', '<svg ', '\x89PNG\r\n\x1a\n', 'RIFF\x14\0\0\0WEBPVP8X'];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    fc.assert(fc.property(bytes, (file) => whyNot(file) !== 'taken'));
  });

  it('takes no time to refuse, however it is nested', () => {
    const deep = svg('<g>'.repeat(9000) + '</g>'.repeat(9000));
    expect(whyNot(deep)).toBe('taken');
    expect(whyNot(svg(`<g ${'a="'.repeat(10_000)}`))).toMatch(/^svg-broken/);
    expect(whyNot(svg(`<!--${'-'.repeat(50_000)}`))).toMatch(/^svg-forbidden/);
  });
});
