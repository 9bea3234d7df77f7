import { describe, expect, it } from 'vitest';
import { givenClasses, styledClasses, wordsOfViews } from '../support/classes.ts';

const styled = styledClasses();
const given = givenClasses();

describe('the classes of the pages', () => {
  it('are all given to some element, if a style sheet speaks of them', () => {
    const words = wordsOfViews();
    const isGiven = (name: string) =>
      given.names.has(name) ||
      words.has(name) ||
      [...given.beginnings].some((beginning) => name.startsWith(beginning));
    const idle = [...styled].filter(([name]) => !isGiven(name));
    expect(idle.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
  });

  it('are all styled, if a template gives them', () => {
    expect([...given.names].filter((name) => !styled.has(name))).toEqual([]);
  });
});
