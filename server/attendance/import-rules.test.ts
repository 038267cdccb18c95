import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personByName } from './import-rules.ts';

const an = { fullName: 'Nguyễn Văn An', office: 'Giám đốc', organisationName: 'Sở Tài chính' };
const namesake = { ...an, organisationName: 'Sở Xây dựng' };
const ân = { ...an, fullName: 'Nguyễn Văn Ân' };

describe('a name on a list of portraits', () => {
  it('[A83] is a person where name and office are theirs alone, however they are written', () => {
    const line = { person: ' nguyễn  văn AN', office: 'giám đốc' };
    expect(personByName(line, [an, ân])).toBe(an);
    const decomposed = { person: an.fullName.normalize('NFD'), office: 'Giám đốc,  Sở Tài chính' };
    expect(personByName(decomposed, [an, ân, namesake])).toBe(an);
  });

  it('[A83] is nobody without the office, of another office, of several, or with other diacritics', () => {
    const of = (office: string, person = an.fullName) => ({ person, office });
    expect(personByName(of(''), [an])).toBe('office_missing');
    expect(personByName(of('Phó Giám đốc'), [an])).toBe('office_differs');
    expect(personByName(of('Giám đốc'), [an, namesake])).toBe('ambiguous_person');
    expect(personByName(of('Giám đốc', 'Nguyen Van An'), [an])).toBe('no_such_person');
    expect(personByName(of('', ''), [an])).toBe('no_such_person');
  });

  it('[A83] is never one of two people of whom the line says the same', () => {
    const part = fc.constantFrom('An', 'Ân', 'Bình');
    const known = fc.record({
      fullName: part,
      office: part,
      organisationName: fc.option(part, { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(known, { maxLength: 6 }),
        part,
        fc.oneof(part, fc.constant('')),
        (all, person, office) => {
          const found = personByName({ person, office }, all);
          if (typeof found === 'string') return;
          expect([found.fullName, found.office]).toEqual([person, office]);
          const same = all.filter((one) => one.fullName === person && one.office === office);
          expect(same).toEqual([found]);
        },
      ),
    );
  });
});
