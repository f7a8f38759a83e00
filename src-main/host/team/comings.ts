// Takes in what others say of the team, and says who came and who went.

import type { Membership } from '../../../src-shared/sync/team/log/membership.ts';
import type { Statement } from '../../../src-shared/sync/team/log/statement.ts';
import type { Taken } from '../../../src-shared/sync/team/log/statement-log.ts';
import type { Device } from '../profile/own-device.ts';
import type { TeamState } from './identity/team-state.ts';
import type { TeamLog } from './team-log.ts';

type LearningNeeds = {
  state: TeamState;
  device: Device;
  log: TeamLog;
  /** Something was said that was not known here. */
  onNews: () => void;
};

export function createLearning({ state, device, log, onNews }: LearningNeeds) {
  return (statements: readonly Statement[]): Taken => {
    const before = state.membership();
    const taken = state.learn(statements);
    if (taken.fresh === 0) return taken;
    noteComings(before, state.membership(), device.id, log);
    onNews();
    return taken;
  };
}

/** Said of others than `me`. */
function noteComings(
  before: Membership | undefined,
  after: Membership | undefined,
  me: string,
  log: TeamLog,
): void {
  if (before === undefined || before.team !== after?.team) return;
  for (const { id, state } of after.members.values()) {
    const was = before.members.get(id)?.state;
    if (id === me || was === state) continue;
    if (state !== 'here') log.add({ code: state, device: id });
    else if (was === undefined) log.add({ code: 'let-in', device: id });
  }
}
