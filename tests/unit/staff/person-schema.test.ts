import { expect, test } from 'vitest';
import { emailSchema, personNameSchema } from '../../../src/staff/person-schema.ts';

test.each(['Ada', '  Bo de Vries ', 'Ólafur Jónsson', '山田', 'R2'])(
  '%s can be the name of a person',
  (name) => {
    expect(personNameSchema.parse(name)).toBe(name.trim());
  },
);

test.each(['', '   ', '\u200B', '\u200B \u2060', '...', 'a\nb', 'x'.repeat(201)])('%j cannot', (name) => {
  expect(personNameSchema.safeParse(name).success).toBe(false);
});

test('an address is kept in lower case, however it is typed', () => {
  expect(emailSchema.parse(' Ada@Example.COM ')).toBe('ada@example.com');
});
