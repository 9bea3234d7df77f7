import { describe, expect, it } from 'vitest';
import { readAboutPage } from '../../../src/register/read-about-page.ts';
import { readRegisterPage } from '../../../src/register/read-register-page.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { asking, readerOf } from './reader.ts';

const register = registerWith({ host: thirdParty('Host', { p1: processing() }) });

describe('the margins of a printed page', () => {
  it('say whose page it is, when it looked like this, and its whole address', () => {
    const { paper } = readAboutPage(readerOf(register, '2026-02-01')).frame;
    expect(paper).toMatchObject({
      name: 'Example B.V. · Third-party register',
      shown: 'Shown on 1 February 2026, after edition 1',
      address: 'https://subprocessors.example.com/about',
      origin: 'https://subprocessors.example.com',
    });
  });

  it('keep what was asked of the page in its address', () => {
    const { paper } = readRegisterPage(readerOf(register, '2026-02-01'), asking({ edition: 1 })).frame;
    expect(paper.address).toBe('https://subprocessors.example.com/?edition=1');
  });

  it('count sheets in the words of the language, around numbers that only the printer knows', () => {
    const english = readAboutPage(readerOf(register, '2026-02-01')).frame.paper.count;
    const dutch = readAboutPage(readerOf(register, '2026-02-01', 'nl')).frame.paper.count;
    expect([english, dutch]).toEqual([
      ['Page ', ' of ', ''],
      ['Pagina ', ' van ', ''],
    ]);
  });

  it('name the register once, and no edition, before there is one', () => {
    const { paper } = readAboutPage(readerOf(new TestRegister(), '2026-02-01')).frame;
    expect(paper.name).toBe('Third-party register');
    expect(paper.shown).toBe('Shown on 1 February 2026, before the first edition');
  });
});
