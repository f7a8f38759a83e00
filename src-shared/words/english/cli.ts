// What the command line says, its errors aside.

const usage = `Usage: npm run rapport -- COMMAND [--profile DIR] [--json]

  import FILE [--as FORMAT] [--charset NAME] [--rejected FILE] [--dry-run]
                                               bring people in from CSV, vCard or LDIF;
                                               --rejected: what could not be taken
  export [--as FORMAT] [--kind people] [--where VIEW | --view NAME] [--out FILE]
         [--with-private-fields] [--dry-run]   write them out (default: rapport-csv, printed);
                                               --dry-run: what the other program would say;
                                               --with-private-fields: also what is only on
                                               this laptop; --as ics: birthdays, promises due
                                               and reminders as a calendar file
  export --kind promises [--out FILE]          all promises and how each stands, as CSV
  find TEXT                                    search
  list [--kind people] [--where VIEW | --view NAME]
                                               everybody, or groups, organisations, any kind
  edit --where VIEW | --view NAME --set FIELD=VALUE [--dry-run]
                                               change one field of all of them; an empty
                                               VALUE empties it; of tags and other lists it
                                               is added
  check [--rebuild]                            look for damage; rebuild what is derived
  backup FILE                                  copy everything into one file
  restore FILE                                 put a backup in place of what is there

VIEW is the name of a saved view, or JSON such as
  {example}
A passphrase for backup and restore is taken from the variable RAPPORT_PASSPHRASE,
that of a locked book, or its recovery words, from RAPPORT_BOOK_PASSPHRASE.
Exit code: 0 done, 1 could not be done or nothing came in, 2 not understood.`;

export const cli = {
  'cli.usage': usage,
  'cli.seeHelp': '{why} "npm run rapport -- --help" says what there is.',
  'cli.heldBy': '{reason} It is process {pid}.',
  'cli.where': '{reason} ({folder})',
  'cli.noCommand': 'No command was given.',
  'cli.unknownCommand': 'There is no command "{command}".',
  'cli.unknownOption': '"{command}" does not take --{option}.',
  'cli.needs': '"{command}" needs {what}.',
  'cli.tooMany': '"{command}" cannot do anything with "{argument}".',
  'cli.oneOf': '--{option} is one of {names}.',
  'cli.onlyPeople': '--kind can only be people or promises.',
  'cli.jsonNeedsOut': '--json needs --out FILE: without it the export itself is printed.',
  'cli.notAView': '--where is neither the name of a view nor JSON.',
  'cli.viewOrWhere': 'Give --view or --where, not both.',
  'cli.badView': '--where is no view: see "{where}".',
  'cli.otherView': '--where is about {of}, the rest about {kind}.',
  'cli.imported': 'Created {created}, updated {updated}, skipped {skipped}, rejected {rejected}.',
  'cli.wouldImport': 'Would create {created}, update {updated}, skip {skipped}, reject {rejected}.',
  'cli.letters': 'Letters were read as {charset}: {words}. --charset reads them as another set.',
  'cli.noCharset': 'There is no character set "{charset}". Try utf-8, windows-1252 or shift_jis.',
  'cli.atLine': 'Line {line}: {reason}.',
  'cli.moreRejected':
    '{rows, plural, one {# more row was} other {# more rows were}} not taken: --rejected FILE writes them all.',
  'cli.rejectedWritten': 'What was not taken is in {path}.',
  'cli.exported':
    'Exported {rows, plural, one {# person} other {# people}}{organisations, plural, =0 {} one { and # company} other { and # companies}} to {path}.',
  'cli.exportedPromises': 'Exported {rows, plural, one {# promise} other {# promises}} to {path}.',
  'cli.wouldExport':
    'Would export {rows, plural, one {# person} other {# people}}{organisations, plural, =0 {} one { and # company} other { and # companies}}.',
  'cli.leftOut':
    '{organisations, plural, one {# company is} other {# companies are}} not in this file, which holds people only.',
  'cli.calendar': 'Wrote {entries, plural, one {# entry} other {# entries}} to {path}.',
  'cli.wouldCalendar': 'Would write {entries, plural, one {# entry} other {# entries}}.',
  'cli.calendarPrivate':
    '{entries, plural, one {# entry is} other {# entries are}} only on this laptop and not in the file.',
  'cli.editNeedsSet': '"edit" needs --set FIELD=VALUE.',
  'cli.editNeedsWhere': '"edit" needs --where or --view: whom to change.',
  'cli.edited':
    'Changed {changes, plural, one {# person} other {# people}}; {same, plural, one {# was} other {# were}} so already.',
  'cli.wouldEdit':
    'Would change {changes, plural, one {# person} other {# people}}; {same, plural, one {# is} other {# are}} so already.',
  'cli.editLeft': '{left, plural, one {# was} other {# were}} changed meanwhile and left alone.',
  'cli.sound': 'No damage found in {records, plural, one {# record} other {# records}}.',
  'cli.backedUp': 'Backed up to {path} ({size, plural, one {# byte} other {# bytes}}).',
  'cli.restored': 'Restored from {path}.',
} as const;
