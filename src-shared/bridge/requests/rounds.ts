// Rounds: started by a view, read as they stand, taken person by person.

import { z } from 'zod';

import { roundEach } from '../../domain/round.ts';
import type { Done } from '../../records/command.ts';
import type { RunAnswer, RunProgress } from '../../rounds/answers.ts';
import { requestOf } from './request-of.ts';
import { whichView } from './which.ts';

const id = z.string().min(1).max(64);
const { zone, weekStart } = whichView;

export const roundRequests = {
  /** `leftOut`: people of this laptop alone, where the team shares the round. */
  'rounds.start': requestOf(
    z.object({
      ...whichView,
      name: z.string().trim().min(1).max(500),
      each: z.enum(roundEach),
      group: id.optional(),
      scope: z.enum(['team', 'private']),
    }),
  ).to<{ run: string; leftOut: number; done: Done }>(),
  /** The same people and order as the round asks for now. */
  'rounds.again': requestOf(z.object({ round: id, zone, weekStart })).to<{
    run: string;
    leftOut: number;
    done: Done;
  }>(),
  'rounds.read': requestOf(z.object({ run: id, zone })).to<RunAnswer>(),
  /** How many fit the round now and are not in this run. */
  'rounds.waiting': requestOf(z.object({ run: id, zone, weekStart })).to<{ count: number }>(),
  /** By run. */
  'rounds.progress': requestOf(z.object({ runs: z.array(id).max(500), zone })).to<{
    [run: string]: RunProgress;
  }>(),
  /** Tells teammates who this laptop is on; `left`: who it was on before. */
  'rounds.take': requestOf(
    z.object({ run: id, person: id.optional(), left: id.optional() }),
  ).to<null>(),
};
