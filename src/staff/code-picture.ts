import { renderSVG } from 'uqr';

/** A text as a QR code (ISO/IEC 18004) that a phone reads off the screen: an image in an address, black on white. */
export function codePicture(text: string): string {
  const picture = renderSVG(text, { border: 4, ecc: 'M' });
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
