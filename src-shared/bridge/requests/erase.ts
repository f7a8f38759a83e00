// What an erasure reaches, before and after; erasing itself is a command.

import { z } from 'zod';

import { refSchema } from '../../records/command.ts';
import type { Erasures, ErasureLook } from '../erase-types.ts';
import { nothing, requestOf } from './request-of.ts';

export const eraseRequests = {
  'erase.look': requestOf(z.object({ refs: z.array(refSchema).max(200_000) })).to<ErasureLook>(),
  'erase.list': requestOf(nothing).to<Erasures>(),
};
