// Of what is nobody's in particular two laptops of one team never both tell first, whether they
// reach each other or not; everybody hears of it in the end, and only once.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type TeamNow, waitOf } from '../../src-shared/notices/claim.ts';
import { type Asking, decide } from '../../src-shared/notices/decide.ts';
import type { Note } from '../../src-shared/notices/note.ts';
import { testRuns, testSeed } from '../support/seeded.ts';

const now = Date.UTC(2026, 2, 12, 10);
const devices = ['l1', 'l2', 'l3', 'l4'];
const world = fc.record({
  names: fc.array(fc.constantFrom('Ana', 'Ben', 'Cem'), { minLength: 4, maxLength: 4 }),
  nearest: fc.constantFrom(...devices, 'gone'),
  /** Whom each laptop sees; one may see another that does not see it. */
  seen: fc.array(fc.uniqueArray(fc.constantFrom(...devices)), { minLength: 4, maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const teamsOf = ({ names, seen }: World): TeamNow[] =>
  devices.map((self, at) => ({
    self,
    members: new Map(devices.map((device, index) => [device, names[index] ?? ''])),
    linked: new Set(seen[at]),
  }));
const askingOf = (team: TeamNow, at: number, told: ReadonlySet<string>): Asking => ({
  now: at,
  zone: 'Europe/Berlin',
  ways: {},
  rest: {
    quiet: { from: '', until: '', weekends: false, holidays: false },
    weekend: [6, 7],
    holidays: new Set(),
  },
  team,
  isTold: (key) => told.has(key),
  lookedAt: now - 60_000,
});

it('exactly one member is told first', () => {
  fc.assert(
    fc.property(world, (all) => {
      const note: Note = { key: 'a', type: 'reminder', at: now, nearest: all.nearest };
      const first = teamsOf(all).filter(
        (team) => decide([note], askingOf(team, now, new Set())).toasts.length > 0,
      );
      const names = new Set(first.map(({ self, members }) => members.get(self)));
      expect(names.size).toBe(1);
    }),
    { numRuns: testRuns(300), seed: testSeed },
  );
});

it('everybody else hears of it later, and nobody twice', () => {
  fc.assert(
    fc.property(world, (all) => {
      const note: Note = { key: 'a', type: 'reminder', at: now, nearest: all.nearest };
      for (const team of teamsOf(all)) {
        const told = new Set<string>();
        let said = 0;
        for (let at = now; at <= now + 4 * 3_600_000; at += 10 * 60_000) {
          const decided = decide([note], askingOf(team, at, told));
          said += decided.toasts.length;
          for (const key of decided.told) told.add(key);
        }
        expect(said).toBe(1);
        expect(waitOf(note.nearest, team) % (30 * 60_000)).toBe(0);
      }
    }),
    { numRuns: testRuns(100), seed: testSeed },
  );
});
