// Hands bytes to the browser (or to Electron's save dialog) as a file.

export function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function downloadText(text: string, name: string): void {
  downloadBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
}
