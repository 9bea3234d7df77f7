import { z } from 'zod';
import { FIRST_LINK } from '../domain/chain.ts';
import { daySchema } from '../domain/days.ts';
import { fieldChangeSchema } from '../domain/field-change.ts';
import { labelsSchema, noticeSchema } from '../domain/notice.ts';
import { organisationSchema } from '../domain/subjects/organisation.ts';
import {
  categorySchema,
  locationSchema,
  processingSchema,
  retentionSchema,
  safeguardSchema,
} from '../domain/subjects/processing.ts';
import { scopeSchema } from '../domain/subjects/scope.ts';
import { subjectSchema } from '../domain/subjects/subject.ts';
import { thirdPartySchema } from '../domain/subjects/third-party.ts';
import { idSchema, textSchema } from '../domain/text.ts';

/** The version of the format, and the number in the schema's address. Another number is another format. */
export const SCHEMA_VERSION = '1';

/** What readers of the JSON Schema are told about its parts; parts with an id are written once. */
export const documentation = z.registry<{
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
}>();

documentation.add(daySchema, { id: 'day', format: 'date', description: 'A calendar day, YYYY-MM-DD.' });
documentation.add(textSchema, {
  id: 'text',
  description: 'A text by language (BCP 47); `und` where it reads the same in every language.',
});
documentation.add(organisationSchema, { id: 'organisation', description: 'The publisher of the register.' });
documentation.add(fieldChangeSchema, {
  id: 'fieldChange',
  description:
    'One field before and after, null where it is not stated; or members of a set, added and removed.',
});
documentation.add(categorySchema, {
  id: 'category',
  description: 'A term of the vocabulary, named under `labels`, or a text.',
});
documentation.add(locationSchema, { id: 'location', description: 'A kind of place, and the place.' });
documentation.add(safeguardSchema, {
  id: 'safeguard',
  description:
    'What safeguards a transfer, for which destinations, under which law (GDPR, articles 44 to 49).',
});
documentation.add(retentionSchema, {
  id: 'retention',
  description:
    'How long the data is kept; event, criterion or legal duty stand in words in `retentionTerms`.',
});

const edition = z.number().int().positive();
const address = z.url();
const hash = z.string().regex(new RegExp(`^[0-9a-f]{${String(FIRST_LINK.length)}}$`));

const factsOn = daySchema.optional().register(documentation, {
  description:
    'The day on which these facts hold, when they do not on the day of the file: the first day of something announced, the last day of something gone.',
});

/** A processing with its id, and with what is computed of it. */
export const processingEntrySchema = z.strictObject({
  id: idSchema,
  ...processingSchema.shape,
  transfer: z
    .strictObject({ destinations: z.array(z.string()).min(1) })
    .optional()
    .register(documentation, {
      description:
        'Present when what is stated makes the processing a transfer out of the EEA (GDPR, article 44). Computed from the places and the country of the legal entity.',
    }),
});
documentation.add(processingEntrySchema, {
  id: 'processing',
  description: 'One row under a third party: what it does for one scope.',
});

export const scopeEntrySchema = z.strictObject({ id: idSchema, factsOn, ...scopeSchema.shape });
documentation.add(scopeEntrySchema, {
  id: 'scope',
  description: 'Where processing happens for customers: a product, the websites, the organisation itself.',
});

/** `unused`: it is listed, and was never sent anything. */
export const USE_STATES = ['current', 'planned', 'ended', 'unused'] as const;
export type UseState = (typeof USE_STATES)[number];

export const thirdPartyEntrySchema = z.strictObject({
  id: idSchema,
  url: address,
  state: z.enum(USE_STATES).register(documentation, {
    description: 'Whether it is in use on the day, will be, was, or is only listed.',
  }),
  factsOn,
  periodsOfUse: z
    .array(z.strictObject({ from: daySchema, until: daySchema.optional() }))
    .register(documentation, {
      description:
        'First and last day of each period of use, as known in the edition; the last day is included.',
    }),
  ...thirdPartySchema.omit({ processings: true }).shape,
  processings: z.array(processingEntrySchema),
});
documentation.add(thirdPartyEntrySchema, {
  id: 'thirdParty',
  description: 'One recipient, with all that is public about it.',
});

const said = noticeSchema.shape;

export const noticeEntrySchema = z.strictObject({
  edition,
  hash,
  url: address,
  publishedAt: said.publishedAt,
  timeZone: said.timeZone,
  announcedOn: said.announcedOn,
  effectiveOn: said.effectiveOn,
  class: said.class,
  marks: said.marks,
  noticePeriod: said.noticePeriod,
  objectionPeriod: said.objectionPeriod,
  firstEffectiveDay: said.firstEffectiveDay,
  objectionDeadline: said.objectionDeadline.register(documentation, {
    description: 'One may object up to the end of this day, in the time zone of the notice.',
  }),
  reason: said.reason,
  changes: said.changes,
  effects: said.effects,
  revises: said.revises,
  standing: z
    .strictObject({
      effectiveOn: daySchema,
      revisedBy: z.array(edition),
      withdrawnBy: edition.optional(),
    })
    .register(documentation, {
      description:
        'What later notices, up to the edition of the file, made of it: the day it now has, and the editions that withdrew, postponed, amended or redacted it.',
    }),
});
documentation.add(noticeEntrySchema, {
  id: 'notice',
  description: 'A notice: the changes that made one edition.',
});

const sinceSchema = z.strictObject({
  edition,
  notices: z
    .array(noticeEntrySchema)
    .register(documentation, { description: 'Every notice after that edition, as published.' }),
  changed: z
    .array(
      z.strictObject({
        subject: subjectSchema,
        editions: z.array(edition),
        fields: z.array(fieldChangeSchema),
      }),
    )
    .register(documentation, {
      description:
        'Everything those notices are about, or that has changed by the calendar: the net change from what that edition left to what the file says. Empty fields: announced, and not in effect on the day of the file.',
    }),
});

/** `/subprocessors.json`: the whole public register on one day. Also what `export` writes and `import` reads. */
export const registerFileSchema = z
  .strictObject({
    $schema: address,
    schemaVersion: z.literal(SCHEMA_VERSION),
    register: z
      .uuid()
      .optional()
      .register(documentation, { description: 'The id of the register. Absent before the first edition.' }),
    edition: z
      .number()
      .int()
      .nonnegative()
      .register(documentation, { description: 'The last edition known here; 0 before the first.' }),
    hash: hash
      .optional()
      .register(documentation, { description: 'The hash of that edition, which vouches for all before it.' }),
    publishedAt: said.publishedAt.optional(),
    on: daySchema.optional().register(documentation, {
      description:
        'The day for which this is the register. When no day was asked for: the latest day on which anything was announced or took effect; it has read the same since.',
    }),
    sample: z.boolean().register(documentation, {
      description: 'True in a sample register: publisher and history are invented.',
    }),
    organisation: organisationSchema.optional(),
    scopes: z.array(scopeEntrySchema),
    thirdParties: z.array(thirdPartyEntrySchema),
    planned: z.array(noticeEntrySchema).register(documentation, {
      description:
        'Notices announced by the day and not yet in effect, their changes as they now stand: with the words that later notices gave them.',
    }),
    since: sinceSchema.optional(),
    labels: labelsSchema.register(documentation, {
      description:
        'What the terms used above are called, per language, as printed in the latest notice that uses them.',
    }),
  })
  .register(documentation, {
    title: 'Register of subprocessors and other third parties',
    description:
      'Who receives personal data, which, why, for how long, where and under which safeguard, on one day. What is absent is not stated.',
  });

export type RegisterFile = z.infer<typeof registerFileSchema>;
export type ScopeEntry = z.infer<typeof scopeEntrySchema>;
export type ThirdPartyEntry = z.infer<typeof thirdPartyEntrySchema>;
export type ProcessingEntry = z.infer<typeof processingEntrySchema>;
export type NoticeEntry = z.infer<typeof noticeEntrySchema>;
