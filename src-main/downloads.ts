// A file the page hands out (an export, a backup) is written where the owner says.

import type { Session } from 'electron';

export function askWhereToSave(session: Session): void {
  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({ defaultPath: item.getFilename() });
  });
}
