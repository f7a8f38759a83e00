// Whether a file that was chosen holds a calendar, by how it begins.

const begins = /^\u00ef?\u00bb?\u00bf?\ufeff?\s*BEGIN:VCALENDAR\b/i;

export async function isCalendar(file: File): Promise<boolean> {
  return begins.test(await file.slice(0, 200).text());
}
