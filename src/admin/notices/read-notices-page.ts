import { lifecycleOf } from '../../domain/lifecycle.ts';
import type { PublishedNotice } from '../../domain/ledger.ts';
import { headingFor } from '../../register/heading.ts';
import type { Pager } from '../../register/read-changes-page.ts';
import type { Link } from '../../register/views/link.ts';
import { noticeMark } from '../../register/views/notice-icon.ts';
import { stateTag } from '../../register/views/tag.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Column, Row } from '../page-parts.ts';

/** All notices with where they stand, newest first, ready to be placed. */
export interface NoticesPage {
  readonly frame: AdminFrame;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly none: string | undefined;
  readonly pager: Pager | undefined;
}

const PAGE = 25;

export function readNoticesPage(locals: Locals): NoticesPage {
  const { context, words, admin } = locals;
  const notices = context.ledger.current().notices.toReversed();
  const pages = Math.max(1, Math.ceil(notices.length / PAGE));
  const page = Math.min(pageAsked(admin?.query['page']), pages);
  return {
    frame: adminFrame(locals, {
      title: words.t('admin.nav.notices'),
      section: 'notices',
      lead: words.t('revision.list.lead'),
    }),
    columns: (['notice', 'state', 'announced', 'objection', 'effective'] as const).map((column) => ({
      label: words.t(`revision.list.${column}`),
    })),
    rows: notices.slice((page - 1) * PAGE, page * PAGE).map((notice) => rowOf(locals, notice)),
    none: notices.length === 0 ? words.t('revision.list.none') : undefined,
    pager: pages === 1 ? undefined : pagerOf(locals, page, pages),
  };
}

function pageAsked(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}

function rowOf(locals: Locals, notice: PublishedNotice): Row {
  const { context, words, addresses, today } = locals;
  const ledger = context.ledger.current();
  const { edition, announcedOn, objectionDeadline } = notice;
  const heading = headingFor(locals, ledger, notice);
  const life = lifecycleOf(ledger, edition, today);
  const effectiveOn = life?.effectiveOn ?? notice.effectiveOn;
  return {
    id: `notice-${String(edition)}`,
    cells: [
      {
        mark: noticeMark(heading),
        text: words.t('third-party.labelled', { label: words.number(edition), text: heading.title }),
        href: adminAddresses(addresses).notice(edition),
        small: heading.class.label,
      },
      { tags: life ? [stateTag(words, life.state)] : [] },
      { text: words.dayShort(announcedOn), datetime: announcedOn },
      objectionDeadline === undefined
        ? {}
        : { text: words.dayShort(objectionDeadline), datetime: objectionDeadline },
      { text: words.dayShort(effectiveOn), datetime: effectiveOn },
    ],
  };
}

function pagerOf({ words, addresses }: Locals, page: number, pages: number): Pager {
  const to = adminAddresses(addresses);
  const link = (text: string, number: number): Link | undefined =>
    number < 1 || number > pages
      ? undefined
      : { text, href: to.notices({ page: number === 1 ? undefined : number }) };
  return {
    label: words.t('changes.paging'),
    text: words.t('changes.page', { page, pages }),
    newer: link(words.t('changes.newer'), page - 1),
    older: link(words.t('changes.older'), page + 1),
  };
}
