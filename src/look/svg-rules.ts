import { LogoError } from './logo-error.ts';
import type { Element } from './xml.ts';

/** The elements a still picture is made of (SVG 2, appendix F). What is not here is refused. */
const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use switch title desc metadata style
   path rect circle ellipse line polyline polygon text tspan textPath image marker
   linearGradient radialGradient stop pattern clipPath mask filter
   feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
   feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
   feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`
    .trim()
    .split(/\s+/),
);

const SVG = 'http://www.w3.org/2000/svg';
/** Of whatever else a program notes in its files, browsers know nothing: of these they do. */
const ACTIVE_NAMESPACES = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math|2001\/xml-events|1999\/XSL)/i;

/** @throws LogoError `svg-forbidden`, `svg-reference` */
export function checkElement({ name, attributes }: Element): void {
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['svg', name];
  // What other programs note under prefixes of their own, a path on somebody's disk perhaps, means nothing to browsers:
  // `checkNamespace` sees to that.
  const isDrawn = prefix === 'svg';
  if (isDrawn && !ELEMENTS.has(local)) throw new LogoError('svg-forbidden', `<${name}>`);
  for (const [attribute, value] of attributes)
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) checkNamespace(attribute, value);
    else if (isDrawn) checkAttribute(attribute, value);
}

function checkAttribute(name: string, value: string): void {
  if (/^(?:.+:)?on/i.test(name)) throw new LogoError('svg-forbidden', `${name}="…"`);
  if (/^(?:.+:)?(?:href|src|base)$/i.test(name)) checkReference(value);
  else if (!name.includes(':')) checkStyles(value);
}

/** The drawing's own namespace goes by its own name only, so that names can be judged by what is written. */
function checkNamespace(name: string, value: string): void {
  const isDrawing = value === SVG;
  const isItsName = name === 'xmlns' || name === 'xmlns:svg';
  if (isDrawing !== isItsName || ACTIVE_NAMESPACES.test(value))
    throw new LogoError('svg-forbidden', `${name}="${value}"`);
}

const PICTURE = /^\s*data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;

function checkReference(value: string): void {
  if (!value.trim().startsWith('#') && !PICTURE.test(value))
    throw new LogoError('svg-reference', value.trim());
}

/**
 * Rules of style, and attributes that may hold the same: they may refer only to what is in the drawing. An escape could
 * hide an address, and no tool writes one where it matters.
 *
 * @throws LogoError `svg-forbidden`, `svg-reference`
 */
export function checkStyles(text: string): void {
  if (text.includes('\\')) throw new LogoError('svg-forbidden', '\\');
  const rule = /@(?:import|namespace)\b[^;]*|(?:image|image-set|src)\s*\(/i.exec(text);
  if (rule) throw new LogoError('svg-reference', rule[0]);
  for (const [whole, target = ''] of text.matchAll(/url\s*\(\s*["']?([^"')]*)/gi))
    if (!target.trim().startsWith('#') && !PICTURE.test(target)) throw new LogoError('svg-reference', whole);
}
