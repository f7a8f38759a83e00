// How the store is. A write that the disk refuses changes the condition; while it lasts,
// edits are refused at once and a small test write is tried at intervals, until the
// disk takes it and edits go through again, without a restart.

import {
  type BackupInfo,
  isReadable,
  type StoreCondition,
} from '../../../../src-shared/bridge/host-types.ts';
import {
  type ErrorCode,
  fail,
  type Failure,
  type Result,
} from '../../../../src-shared/domain/result.ts';
import { failureOfDisk } from './errors.ts';

export type ConditionNeeds = {
  /** A small durable write; throws or fails as the disk does. */
  probe(): void | Promise<void>;
  backups(): BackupInfo[];
  onChange(condition: StoreCondition): void;
  /** ms between two probes. */
  every: number;
  /** Runs `task` after `ms`; returns a function that calls it off. */
  later(task: () => void, ms: number): () => void;
};

export type ConditionWatch = {
  current(): StoreCondition;
  /** Runs a write unless edits are refused now; notices when the disk refuses it. */
  guard<T>(write: () => Promise<Result<T>>): Promise<Result<T>>;
  /** For failures noticed elsewhere: a read, a check, the opening itself. */
  report(failure: Failure): void;
  /** What opening found. */
  set(condition: StoreCondition): void;
  /** Looks now instead of at the next interval. */
  look(): Promise<void>;
  stop(): void;
};

export function watchCondition(
  needs: ConditionNeeds,
  first: StoreCondition = { state: 'ok' },
): ConditionWatch {
  let condition: StoreCondition = { state: 'ok' };
  let callOff: (() => void) | undefined;
  let isStopped = false;

  const set = (next: StoreCondition) => {
    const isSame = next.state === condition.state && next.state !== 'encrypting';
    condition = next;
    plan();
    if (!isSame) needs.onChange(condition);
  };
  const plan = () => {
    callOff?.();
    callOff =
      isStopped || !isPassing(condition) ? undefined : needs.later(() => void look(), needs.every);
  };
  const report = (failure: Failure) => {
    const next = conditionOf(failure.code, () => needs.backups());
    if (next !== undefined && rank(next) >= rank(condition)) set(next);
  };
  const look = async () => {
    if (!isPassing(condition)) return;
    try {
      await needs.probe();
      set({ state: 'ok' });
    } catch (error) {
      const failure = failureOfDisk(error);
      if (failure === undefined) throw error;
      report(failure);
      plan();
    }
  };
  set(first);
  return {
    current: () => condition,
    set,
    report,
    look,
    guard: async (write) => {
      const refusal = refusalOf(condition);
      if (refusal !== undefined) return fail(refusal);
      const done = await write().catch(asResult);
      if (!done.ok) report(done.error);
      return done;
    },
    stop: () => {
      isStopped = true;
      callOff?.();
    },
  };
}

/** The code with which edits are refused; undefined while they are taken. */
export function refusalOf({ state }: StoreCondition): ErrorCode | undefined {
  switch (state) {
    case 'ok':
      return undefined;
    case 'full':
      return 'disk-full';
    case 'read-only':
      return 'disk-read-only';
    case 'damaged':
      return 'store-damaged';
    case 'newer':
      return 'store-newer';
    case 'no-key':
      return 'no-key';
    case 'locked':
      return 'book-locked';
    case 'encrypting':
      return 'store-encrypting';
  }
}

function conditionOf(code: ErrorCode, backups: () => BackupInfo[]): StoreCondition | undefined {
  if (code === 'disk-full') return { state: 'full' };
  if (code === 'disk-read-only') return { state: 'read-only' };
  if (code === 'store-damaged') return { state: 'damaged', backups: backups() };
  return code === 'store-newer' ? { state: 'newer' } : undefined;
}

const isPassing = ({ state }: StoreCondition): boolean => state === 'full' || state === 'read-only';

/** Damage is not overwritten by a disk that is full as well. */
function rank(condition: StoreCondition): number {
  if (condition.state === 'encrypting') return 0;
  return isReadable(condition) ? 1 : 2;
}

function asResult(error: unknown): Result<never> {
  const failure = failureOfDisk(error);
  if (failure === undefined) throw error;
  return { ok: false, error: failure };
}
