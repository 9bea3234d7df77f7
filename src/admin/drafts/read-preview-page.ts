import { planOf } from '../../drafts/plan.ts';
import type { Link } from '../../register/views/link.ts';
import { readNoticePage, type NoticePage } from '../../register/read-notice-page.ts';
import type { AdminFrame } from '../frame.ts';
import { previewOf, type Preview } from '../preview/preview.ts';
import { backToDraft, draftFrame } from './draft-frame.ts';
import { requireDraft } from './require-draft.ts';
import type { Locals } from '../reader.ts';

/** The whole page of the notice that a draft would be, with the rows and the feed item beside it. */
export interface PreviewPage {
  readonly frame: AdminFrame;
  readonly preview: Preview;
  /** As the public page has it; absent while the draft does not fit the register. */
  readonly notice: NoticePage | undefined;
  readonly back: Link;
}

/** @throws RegistryError `not-found` */
export async function readPreviewPage(locals: Locals, id: string): Promise<PreviewPage> {
  const { context, words } = locals;
  const draft = await requireDraft(locals, id);
  const plan = await planOf(context, draft.content);
  const { ledger, notice } = plan;
  return {
    frame: draftFrame(locals, draft, {
      title: words.t('draft.preview.title'),
      lead: words.t('draft.preview.lead'),
    }),
    preview: previewOf(locals, plan),
    notice:
      ledger && notice
        ? readNoticePage(
            {
              ...locals,
              context: { ...context, ledger: { current: () => ledger } },
              today: plan.announcedOn,
            },
            notice.edition,
          )
        : undefined,
    back: backToDraft(locals, draft),
  };
}
