// A PDF shown page by page. It is read in one thread and drawn in another, neither of which
// reaches any network; its scripts are not run, its links are not followed, and what takes too
// long is given up.

import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist';

import { PdfData } from './pdf-data.ts';

export type PdfFault = 'locked' | 'damaged' | 'slow';

export type Pdf = {
  pages: number;
  /** Height by width of its first page. */
  shape: number;
  /**
   * Draws a page, counted from one, `width` pixels wide on a canvas that nothing was drawn on.
   * Answers with its words; undefined where it cannot be shown, or was stopped.
   */
  draw: (
    page: number,
    on: HTMLCanvasElement,
    width: number,
    stop: AbortSignal,
  ) => Promise<string | undefined>;
  close: () => void;
};

const patienceMs = 20_000;
/** Of one page as it is drawn, and of one picture in it. */
const mostPixels = 16_000_000;
const mostPicturePixels = 50_000_000;
const mostLetters = 20_000;

export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<Pdf | PdfFault> {
  const reader = new Worker(new URL('./pdf-reader.ts', import.meta.url), { type: 'module' });
  const painter = new Worker(new URL('./pdf-painter.ts', import.meta.url), { type: 'module' });
  let isClosed = false;
  const close = (): void => {
    isClosed = true;
    reader.terminate();
    painter.terminate();
  };
  GlobalWorkerOptions.rendererPorts = [painter];
  const opening = getDocument({
    data,
    worker: PDFWorker.create({ port: reader, verbosity: 0 }),
    BinaryDataFactory: PdfData,
    useWorkerFetch: false,
    maxImageSize: mostPicturePixels,
    canvasMaxAreaInBytes: 4 * mostPixels,
    enableXfa: false,
    verbosity: 0,
  });
  const ended = failing(reader);
  try {
    const pdf = await inTime(Promise.race([opening.promise, ended]));
    const first = (await inTime(pdf.getPage(1))).getViewport({ scale: 1 });
    const draw: Pdf['draw'] = async (number, on, width, stop) => {
      if (isClosed) return undefined;
      try {
        return await drawPage(await inTime(pdf.getPage(number)), on, width, stop);
      } catch (error) {
        // What hangs over one page answers for no other.
        if (error instanceof TooSlow) close();
        return undefined;
      }
    };
    return { pages: pdf.numPages, shape: first.height / Math.max(1, first.width), draw, close };
  } catch (error) {
    close();
    return faultOf(error);
  }
}

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
  stop: AbortSignal,
): Promise<string> {
  const plain = page.getViewport({ scale: 1 });
  const most = Math.sqrt(mostPixels / Math.max(1, plain.width * plain.height));
  const scale = Math.min(width / Math.max(1, plain.width), most);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const drawing = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
  stop.addEventListener('abort', () => drawing.cancel());
  await inTime(drawing.promise);
  const { items } = await inTime(page.getTextContent());
  const words = items.map((item) => ('str' in item ? item.str : ''));
  return words.join(' ').slice(0, mostLetters);
}

function faultOf(error: unknown): PdfFault {
  if (error instanceof TooSlow) return 'slow';
  return error instanceof PasswordException ? 'locked' : 'damaged';
}

class TooSlow extends Error {}

const failing = (worker: Worker): Promise<never> =>
  new Promise((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new Error('the reader has ended')));
  });

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
