import type { Reader } from '../reader.ts';

/** The organisation's logo in the head of a page. */
export interface LogoView {
  readonly src: string;
  /** In pixels: the browser leaves room of this shape while the picture is on its way. */
  readonly width: number;
  readonly height: number;
  /** Address of the one for dark ground, where there is one. */
  readonly dark: string | undefined;
  /** What is read out in its place; empty beside the name. */
  readonly alternative: string;
  /** Whether it shows the name, which then need not stand beside it. */
  readonly saysName: boolean;
}

/** What an organisation has made of the looks of its pages. */
export interface LookView {
  /** Address of the sheet with its colours. */
  readonly sheet: string | undefined;
  readonly logo: LogoView | undefined;
}

export function lookOf({ context }: Pick<Reader, 'context'>, name: string): LookView {
  const { files, logos, alternative, saysName } = context.look.current();
  const { light, sheet } = files;
  if (!light || !logos.light) return { sheet: sheet?.path, logo: undefined };
  const { width, height } = logos.light;
  const said = saysName ? (alternative ?? name) : '';
  return {
    sheet: sheet?.path,
    logo: { src: light.path, width, height, dark: files.dark?.path, alternative: said, saysName },
  };
}
