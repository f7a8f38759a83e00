// The steps of an import: hand the file over, look, decide, apply. Each step can be
// stopped; an error leaves the file and the decisions where they are.

import { t } from '@lingui/core/macro';

import type { HostSettings } from '../../../src-shared/bridge/host-types.ts';
import type { Failure } from '../../../src-shared/domain/result.ts';
import type {
  CountryEvidence,
  ImportOptions,
  ImportReport,
  RowDecision,
} from '../../../src-shared/transfer/import-types.ts';
import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { useDates } from '../../ui/when.tsx';
import { errorWords } from '../../words/host-words.ts';
import { planWords } from './import-words.ts';
import { type ImportState, keptImport, type Progress, useKeptImport } from './kept-import.ts';
import { useHandedFile } from './use-handed-file.ts';
import { useMappings } from './use-mappings.ts';

const largest = 256 * 1024 * 1024;

export type ImportFlow = ImportState & {
  choose: (file: File) => Promise<void>;
  plan: (options: ImportOptions) => Promise<void>;
  setCountry: (country: string) => Promise<void>;
  decide: (decisions: RowDecision[]) => Promise<void>;
  apply: () => Promise<void>;
  cancel: () => Promise<void>;
  reset: () => Promise<void>;
};

export function useImport(): ImportFlow {
  const { host, settings, setSettings } = useHost();
  const state = useKeptImport();
  const dates = useDates();
  const mappings = useMappings();
  const { patch } = keptImport;
  const handed = useHandedFile((progress) => patch({ progress }));

  /** What comes after a wait says nothing where the import was given up meanwhile. */
  const isOver = (turn: number): boolean => keptImport.turn() !== turn;
  const work = (phase: Progress['phase']): void =>
    patch({ step: 'working', failure: undefined, progress: { phase, done: 0, total: 0 } });
  const stop = (failure: Failure, step: ImportState['step']): void => {
    patch({ failure, step });
    announce(errorWords(failure));
  };
  const plan = async (options: ImportOptions): Promise<void> => {
    const file = handed.id();
    if (file === undefined) return;
    work('planning');
    const turn = keptImport.turn();
    const planned = await host.request('import.plan', { file, options });
    if (isOver(turn)) return;
    if (!planned.ok)
      return stop(planned.error, keptImport.read().preview === undefined ? 'choose' : 'preview');
    patch({ preview: planned.value, options, step: 'preview' });
    announce(planWords(planned.value, dates.count));
  };
  const reset = async (): Promise<void> => {
    await handed.close();
    keptImport.clear();
  };
  const choose = async (chosen: File): Promise<void> => {
    await reset();
    patch({ fileName: chosen.name });
    if (chosen.size > largest) return stop({ code: 'file-too-large' }, 'choose');
    work('handing-over');
    const turn = keptImport.turn();
    const sent = await handed.handOver(chosen, (file) => patch({ file }));
    if (isOver(turn)) return;
    if (!sent.ok) return stop(sent.error, 'choose');
    const read = await host.request('import.read', { file: sent.value, options: {} });
    if (isOver(turn)) return;
    if (!read.ok) return stop(read.error, 'choose');
    const { country, because } = countryOfFile(read.value.country, settings);
    patch({ countryIsOf: because });
    await plan({ ...mappings.known(read.value.columns), country });
  };
  /** For this import and the next ones. */
  const setCountry = async (country: string): Promise<void> => {
    patch({ countryIsOf: undefined });
    const saved = await host.request('settings.write', { importCountry: country });
    if (saved.ok) setSettings(saved.value);
    await plan({ ...keptImport.read().options, country });
  };
  const apply = async (): Promise<void> => {
    const file = handed.id();
    if (file === undefined) return;
    work('writing');
    const turn = keptImport.turn();
    await mappings.remember(state.options, state.preview);
    const applied = await host.request('import.apply', { file });
    if (isOver(turn)) return;
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
  return { ...state, choose, plan, setCountry, decide, apply, cancel: handed.cancel, reset };
}

/**
 * What the addresses in the file show, else the one that was chosen before, else what its
 * columns' language shows where that is not spoken at home.
 */
function countryOfFile(
  evidence: CountryEvidence | undefined,
  settings: HostSettings | undefined,
): { country: string; because?: CountryEvidence['because'] } {
  const usual = settings?.importCountry || settings?.defaultCountry || 'US';
  const [code] = evidence?.codes ?? [];
  if (evidence === undefined || code === undefined || evidence.codes.includes(usual))
    return { country: usual };
  const isChosen = (settings?.importCountry ?? '') !== '';
  if (evidence.because === 'words' && isChosen) return { country: usual };
  return { country: code, because: evidence.because };
}

function reportWords({ created, updated, skipped, rejected }: ImportReport): string {
  return t`Imported: ${created} created, ${updated} updated, ${skipped} skipped, ${rejected} could not be read`;
}
