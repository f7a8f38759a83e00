// The team: who belongs to it, who asks to join, how in step everybody is.

import { z } from 'zod';

import type { Finding, TeamInfo, TeamRest } from '../team-types.ts';
import { nothing, requestOf } from './request-of.ts';

const label = z.string().trim().min(1).max(100);
/** What the team gets of what is on this laptop already. */
const share = z.enum(['everything', 'nothing']);
const device = z.object({ device: z.string().min(1).max(64) });

export const teamRequests = {
  'team.info': requestOf(nothing).to<TeamInfo>(),
  'team.make': requestOf(z.object({ name: label, memberName: label, share })).to<null>(),
  'team.invite': requestOf(nothing).to<null>(),
  'team.uninvite': requestOf(nothing).to<null>(),
  'team.ask': requestOf(
    z.object({
      words: z.string().max(400),
      memberName: label,
      address: z.string().max(200),
      share,
    }),
  ).to<null>(),
  /** The code on the other screen is the same. */
  'team.confirm': requestOf(nothing).to<null>(),
  'team.stopAsking': requestOf(nothing).to<null>(),
  'team.answer': requestOf(z.object({ ask: z.string().max(64), accept: z.boolean() })).to<null>(),
  'team.profile': requestOf(
    z.object({ memberName: label, deviceName: label, colour: z.string().regex(/^#[\da-f]{6}$/) }),
  ).to<null>(),
  'team.role': requestOf(device.extend({ role: z.enum(['owner', 'member']) })).to<null>(),
  'team.remove': requestOf(device).to<null>(),
  'team.leave': requestOf(nothing).to<null>(),
  'team.pause': requestOf(z.object({ paused: z.boolean() })).to<null>(),
  /** `network`: an id of the networks this laptop is in now. */
  'team.hold': requestOf(z.object({ network: z.string().max(64), held: z.boolean() })).to<null>(),
  'team.rest': requestOf(nothing).to<TeamRest>(),
  /** What `team.rest` says in `twice` of a device was looked at. */
  'team.twiceSeen': requestOf(device).to<null>(),
  'team.compare': requestOf(nothing).to<null>(),
  'team.reach': requestOf(
    z.object({
      addresses: z.array(z.string().max(200)).max(50),
      signaling: z.string().max(500),
      turn: z
        .object({
          url: z.string().max(500),
          username: z.string().max(200),
          credential: z.string().max(500),
        })
        .nullable(),
    }),
  ).to<null>(),
  'team.doctor': requestOf(nothing).to<Finding[]>(),
};
