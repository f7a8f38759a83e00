// The steps of an import: hand the file over, look, decide, apply. Each step can be
// stopped; an error leaves the file and the decisions where they are.

import { t } from '@lingui/core/macro';
import { useState } from 'react';

import type { Failure } from '../../../src-shared/domain/result.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportReport,
  RowDecision,
} from '../../../src-shared/transfer/import-types.ts';
import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { errorWords } from '../../words/host-words.ts';
import { type Progress, useHandedFile } from './use-handed-file.ts';
import { useMappings } from './use-mappings.ts';

const largest = 256 * 1024 * 1024;

type State = {
  step: 'choose' | 'working' | 'preview' | 'done';
  fileName: string;
  /** The host's name for the file. */
  file?: string;
  progress?: Progress;
  options: ImportOptions;
  preview?: ImportPreview;
  report?: ImportReport;
  failure?: Failure | undefined;
};

const start: State = { step: 'choose', fileName: '', options: {} };

export type ImportFlow = State & {
  choose: (file: File) => Promise<void>;
  plan: (options: ImportOptions) => Promise<void>;
  decide: (decisions: RowDecision[]) => Promise<void>;
  apply: () => Promise<void>;
  cancel: () => Promise<void>;
  reset: () => Promise<void>;
};

export function useImport(): ImportFlow {
  const { host } = useHost();
  const [state, setState] = useState(start);
  const mappings = useMappings();
  const patch = (change: Partial<State>): void => setState((old) => ({ ...old, ...change }));
  const handed = useHandedFile((progress) => patch({ progress }));

  const work = (phase: Progress['phase']): void =>
    patch({ step: 'working', failure: undefined, progress: { phase, done: 0, total: 0 } });
  const stop = (failure: Failure, step: State['step']): void => {
    patch({ failure, step });
    announce(errorWords(failure));
  };
  const plan = async (options: ImportOptions): Promise<void> => {
    const file = handed.id();
    if (file === undefined) return;
    work('planning');
    const planned = await host.request('import.plan', { file, options });
    if (!planned.ok) return stop(planned.error, state.preview === undefined ? 'choose' : 'preview');
    patch({ preview: planned.value, options, step: 'preview' });
    announce(planWords(planned.value));
  };
  const reset = async (): Promise<void> => {
    await handed.close();
    setState(start);
  };
  const choose = async (chosen: File): Promise<void> => {
    await reset();
    patch({ fileName: chosen.name });
    if (chosen.size > largest) return stop({ code: 'file-too-large' }, 'choose');
    work('handing-over');
    const sent = await handed.handOver(chosen, (file) => patch({ file }));
    if (!sent.ok) return stop(sent.error, 'choose');
    const read = await host.request('import.read', { file: sent.value, options: {} });
    if (!read.ok) return stop(read.error, 'choose');
    await plan(mappings.known(read.value.columns));
  };
  const apply = async (): Promise<void> => {
    const file = handed.id();
    if (file === undefined) return;
    work('writing');
    await mappings.remember(state.options, state.preview);
    const applied = await host.request('import.apply', { file });
    if (!applied.ok) return stop(applied.error, 'preview');
    patch({ report: applied.value, step: 'done' });
    announce(reportWords(applied.value));
  };
  const decide = async (decisions: RowDecision[]): Promise<void> => {
    const file = handed.id();
    if (file === undefined) return;
    const decided = await host.request('import.decide', { file, decisions });
    patch(decided.ok ? { preview: decided.value } : { failure: decided.error });
  };
  return { ...state, choose, plan, decide, apply, cancel: handed.cancel, reset };
}

function planWords({ counts }: ImportPreview): string {
  const { create, update, skip, cannot } = counts;
  return t`${create} to create, ${update} to update, ${skip} to skip, ${cannot} that cannot be read`;
}

function reportWords({ created, updated, skipped, rejected }: ImportReport): string {
  return t`Imported: ${created} created, ${updated} updated, ${skipped} skipped, ${rejected} could not be read`;
}
