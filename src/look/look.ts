/** What a logo stands on: each colour scheme may have a logo of its own. */
export const GROUNDS = ['light', 'dark'] as const;
export type Ground = (typeof GROUNDS)[number];

export const LOGO_TYPES = ['image/png', 'image/svg+xml', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** A picture that was found to be safe and of a size that fits. */
export interface Logo {
  readonly type: LogoType;
  /** In pixels; of an SVG only their relation tells anything. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** How an organisation wants its pages to look. No legal fact: beside the ledger, never hashed. */
export interface Look {
  /** Counts what was saved; 0 before anything was. */
  readonly version: number;
  /** `#0a5bd3`, as it was asked for. */
  readonly accent: string | undefined;
  readonly logos: Readonly<Partial<Record<Ground, Logo>>>;
  /** What is read out in place of a logo that stands alone; without it, the organisation's name. */
  readonly alternative: string | undefined;
  /** Whether the logo shows the name, so that it need not stand beside it. */
  readonly saysName: boolean;
}

/** The look of the registry itself. */
export const OWN_LOOK: Look = {
  version: 0,
  accent: undefined,
  logos: {},
  alternative: undefined,
  saysName: false,
};
