// Puts text, and the same as HTML, on the clipboard. By an event of copying, which the desktop
// shell allows without asking; where there is none, by the browser's own way.

export async function toClipboard(text: string, html?: string): Promise<boolean> {
  if (byEvent(text, html)) return true;
  try {
    const parts = { 'text/plain': blob(text, 'text/plain') };
    await navigator.clipboard.write([
      new ClipboardItem(
        html === undefined ? parts : { ...parts, 'text/html': blob(html, 'text/html') },
      ),
    ]);
    return true;
  } catch {
    return false;
  }
}

const blob = (text: string, type: string): Blob => new Blob([text], { type });

function byEvent(text: string, html: string | undefined): boolean {
  let isDone = false;
  // Without a selection there would be nothing to copy.
  const allow = (event: Event): void => event.preventDefault();
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    isDone = event.clipboardData !== null;
  };
  document.addEventListener('beforecopy', allow, true);
  document.addEventListener('copy', put, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', allow, true);
    document.removeEventListener('copy', put, true);
  }
  return isDone;
}
