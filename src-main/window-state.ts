// Where the window was and how large, kept in the profile. A place that is on no
// screen any more (a monitor was taken away) is forgotten.

import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

import { readJsonFile } from './host/profile/json-file.ts';
import { writeFileWhole } from './write-file-whole.ts';

const stateSchema = z.object({
  x: z.number().int().exactOptional(),
  y: z.number().int().exactOptional(),
  width: z.number().int().min(600).max(20_000).catch(1200),
  height: z.number().int().min(400).max(20_000).catch(800),
  isMaximized: z.boolean().catch(false),
});
type WindowState = z.infer<typeof stateSchema>;

const settleMs = 500;

export function readWindowState(profileDir: string): WindowState {
  const state = readJsonFile(fileIn(profileDir), stateSchema);
  const { x, y, width, height, isMaximized } = state;
  if (x === undefined || y === undefined) return { width, height, isMaximized };
  return isOnScreen({ x, y, width, height }) ? state : { width, height, isMaximized };
}

/** Keeps the file up to date while the window is moved and sized. */
export function rememberWindowState(window: BrowserWindow, profileDir: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeFileWhole(fileIn(profileDir), JSON.stringify(state));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, settleMs);
  };
  window.on('resize', later).on('move', later).on('maximize', later).on('unmaximize', later);
  window.on('hide', save).on('close', save);
}

const fileIn = (profileDir: string): string => join(profileDir, 'window-state.json');

function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
    const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
    return (
      right - Math.max(bounds.x, workArea.x) > 100 && bottom - Math.max(bounds.y, workArea.y) > 50
    );
  });
}
