import { LogoError } from './logo-error.ts';
import type { Size } from './read-logo.ts';
import { checkElement, checkStyles } from './svg-rules.ts';
import { readXml, type Element } from './xml.ts';

/** The height at which an SVG is counted: it has no pixels of its own, only a shape. */
const HEIGHT = 64;
/** Each may show others that do the same: a few dozen are a million shapes. */
const MOST_USES = 20;

/**
 * The size of an SVG that is well-formed and a still picture and nothing else: no scripts, no foreign content, nothing
 * from elsewhere.
 *
 * @throws LogoError
 */
export function svgSize(bytes: Uint8Array): Size {
  const elements: Element[] = [];
  // As one text, as browsers read it: a comment or an element may stand in the middle of a word.
  let styles = '';
  readXml(textOf(bytes), {
    begins: (element) => {
      checkElement(element);
      elements.push(element);
    },
    says: (text, within) => {
      if (/^(?:svg:)?style$/.test(within)) styles += text;
    },
  });
  checkStyles(styles);
  const uses = elements.filter(({ name }) => /^(?:svg:)?use$/.test(name)).length;
  if (uses > MOST_USES) throw new LogoError('svg-forbidden', `${String(uses)} × <use>`);
  return sizeOf(elements[0]);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LogoError('svg-broken', 'UTF-8');
  }
}

const SVG = 'http://www.w3.org/2000/svg';

function sizeOf(root: Element | undefined): Size {
  const namespace = root?.attributes.get(root.name === 'svg' ? 'xmlns' : 'xmlns:svg');
  const isDrawing = root && /^(?:svg:)?svg$/.test(root.name) && namespace === SVG;
  if (!isDrawing) throw new LogoError('svg-broken', 'xmlns');
  const shape = boxOf(root) ?? sidesOf(root);
  if (!shape) throw new LogoError('svg-no-size');
  return { width: Math.round((shape.width / shape.height) * HEIGHT), height: HEIGHT };
}

function boxOf({ attributes }: Element): Size | undefined {
  const [, , width = 0, height = 0] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function sidesOf({ attributes }: Element): Size | undefined {
  const side = (name: string): number =>
    Number(/^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(attributes.get(name) ?? '')?.[1] ?? 0);
  const [width, height] = [side('width'), side('height')];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
