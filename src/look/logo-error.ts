/** Why a file is no logo here. */
export const LOGO_FAULTS = [
  'empty',
  'too-large',
  /** Neither PNG, WebP nor SVG, whatever its name says. */
  'unknown-type',
  /** It begins as a picture and does not go on as one. */
  'broken',
  /** Too many pixels, or none. */
  'wrong-size',
  /** An SVG that is not well-formed XML; `what` is near where it fails. */
  'svg-broken',
  /** An SVG with something that a still picture does not need; `what` names it. */
  'svg-forbidden',
  /** An SVG that wants something from elsewhere; `what` is the address. */
  'svg-reference',
  /** An SVG that does not say how large it is. */
  'svg-no-size',
] as const;
export type LogoFault = (typeof LOGO_FAULTS)[number];

/** A file that is no logo here. */
export class LogoError extends Error {
  readonly fault: LogoFault;
  /** What is wrong, as it stands in the file: hostile text, cut short. */
  readonly what: string;

  constructor(fault: LogoFault, what = '') {
    super(what === '' ? fault : `${fault}: ${what}`);
    this.name = 'LogoError';
    this.fault = fault;
    this.what = what.length > 60 ? `${what.slice(0, 60)}…` : what;
  }
}
