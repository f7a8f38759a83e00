// The steps of an import: hand the file over, look, decide, apply. Each step can be
// stopped; an error leaves the file and the decisions where they are.

import { useCallback, useEffect, useRef, useState } from 'react';

import type { HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { Failure, Result } from '../../../src-shared/domain/result.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportReport,
  RowDecision,
} from '../../../src-shared/transfer/import-types.ts';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';

const pieceBytes = 2 * 1024 * 1024;
const largest = 256 * 1024 * 1024;

export type ImportStep = 'choose' | 'working' | 'preview' | 'done';
export type Progress = {
  phase: HostEvents['progress']['phase'] | 'handing-over';
  done: number;
  total: number;
};

export function useImport() {
  const { host, settings, setSettings } = useHost();
  const [step, setStep] = useState<ImportStep>('choose');
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<Failure>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [report, setReport] = useState<ImportReport>();
  const [options, setOptions] = useState<ImportOptions>({});
  const [fileName, setFileName] = useState('');
  const file = useRef<string>(undefined);
  const [openFile, setOpenFile] = useState<string>();
  const stopped = useRef(false);

  useEffect(
    () => host.on('progress', (event) => event.file === file.current && setProgress(event)),
    [host],
  );
  useEffect(
    () => () => {
      if (file.current !== undefined) void host.request('import.close', { file: file.current });
    },
    [host],
  );

  const stop = useCallback((error: Failure, back: ImportStep) => {
    setFailure(error);
    setStep(back);
    announce(errorWords(error));
  }, []);

  const plan = async (chosen: ImportOptions): Promise<void> => {
    if (file.current === undefined) return;
    setStep('working');
    setFailure(undefined);
    setProgress({ phase: 'planning', done: 0, total: 0 });
    const planned = await host.request('import.plan', { file: file.current, options: chosen });
    if (!planned.ok) return stop(planned.error, preview === undefined ? 'choose' : 'preview');
    setPreview(planned.value);
    setOptions(chosen);
    setStep('preview');
    const { create, update, skip, cannot } = planned.value.counts;
    announce(
      `${create} to create, ${update} to update, ${skip} to skip, ${cannot} that cannot be read`,
    );
  };

  const choose = async (chosen: File): Promise<void> => {
    await reset();
    setFileName(chosen.name);
    if (chosen.size > largest) return stop({ code: 'file-too-large' }, 'choose');
    setStep('working');
    stopped.current = false;
    const sent = await handOver(chosen);
    if (!sent.ok) return stop(sent.error, 'choose');
    const read = await host.request('import.read', { file: sent.value, options: {} });
    if (!read.ok) return stop(read.error, 'choose');
    const mapping = settings?.mappings[signatureOf(read.value.columns)];
    await plan(mapping === undefined ? {} : { mapping });
  };

  const handOver = async (chosen: File): Promise<Result<string>> => {
    const opened = await host.request('import.open', { name: chosen.name, size: chosen.size });
    if (!opened.ok) return opened;
    file.current = opened.value.file;
    setOpenFile(opened.value.file);
    for (let at = 0; at < chosen.size; at += pieceBytes) {
      if (stopped.current) return { ok: false, error: { code: 'cancelled' } };
      const bytes = new Uint8Array(await chosen.slice(at, at + pieceBytes).arrayBuffer());
      const taken = await host.request('import.piece', { file: opened.value.file, bytes });
      if (!taken.ok) return taken;
      setProgress({ phase: 'handing-over', done: at + bytes.byteLength, total: chosen.size });
    }
    return { ok: true, value: opened.value.file };
  };

  const apply = async (): Promise<void> => {
    if (file.current === undefined) return;
    setStep('working');
    setFailure(undefined);
    setProgress({ phase: 'writing', done: 0, total: 0 });
    await rememberMapping();
    const applied = await host.request('import.apply', { file: file.current });
    if (!applied.ok) return stop(applied.error, 'preview');
    setReport(applied.value);
    setStep('done');
    announce(
      `Imported: ${applied.value.created} created, ${applied.value.updated} updated, ${applied.value.skipped} skipped, ${applied.value.rejected} could not be read`,
    );
  };

  /** A mapping that was changed by hand is used again for files with the same columns. */
  const rememberMapping = async (): Promise<void> => {
    if (options.mapping === undefined || preview === undefined) return;
    const mappings = {
      ...settings?.mappings,
      [signatureOf(preview.info.columns)]: options.mapping,
    };
    const saved = await host.request('settings.write', { mappings });
    if (saved.ok) setSettings(saved.value);
  };

  const decide = async (decisions: RowDecision[]): Promise<void> => {
    if (file.current === undefined) return;
    const decided = await host.request('import.decide', { file: file.current, decisions });
    if (decided.ok) setPreview(decided.value);
    else setFailure(decided.error);
  };

  const cancel = async (): Promise<void> => {
    stopped.current = true;
    if (file.current !== undefined) await host.request('import.cancel', { file: file.current });
  };

  const reset = async (): Promise<void> => {
    if (file.current !== undefined) await host.request('import.close', { file: file.current });
    file.current = undefined;
    setOpenFile(undefined);
    setStep('choose');
    setPreview(undefined);
    setReport(undefined);
    setFailure(undefined);
    setOptions({});
  };

  return {
    step,
    progress,
    failure,
    preview,
    report,
    options,
    fileName,
    file: openFile,
    choose,
    plan,
    decide,
    apply,
    cancel,
    reset,
  };
}

export type ImportFlow = ReturnType<typeof useImport>;

const signatureOf = (columns: readonly { header: string }[]): string =>
  columns.map((column) => column.header.trim().toLowerCase()).join('|');
