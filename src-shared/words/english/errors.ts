// What went wrong, for each error code: what happened and what to do next; nobody is
// blamed. Placeholders are the failure's details.

import type { ErrorCode } from '../../domain/result.ts';

export const errors = {
  'error.bad-input':
    'Something in this could not be understood. Nothing was changed; please look at what was typed.',
  'error.not-found': 'This is no longer here. It may have been removed meanwhile.',
  'error.no-such-view': 'There is no saved view of that name.',
  'error.round-empty': 'Nobody is there to go round to. Choose other people.',
  'error.round-too-long':
    'That would be {count, number} people. A round goes to {most, number} at most: filter the list first.',
  'error.not-a-view':
    'This view asks for something that this version of Rapport does not know. Change its filters, or update Rapport.',
  'error.file-missing': 'This file is no longer there. Choose it again.',
  'error.folder-missing': 'There is no folder {path}.',
  'error.not-a-folder': '{path} is a file, not a folder. Choose a folder.',
  'error.file-is-folder': 'This is a folder. Choose a file in it.',
  'error.file-unreadable': 'This file cannot be read. Look whether you may open it, and try again.',
  'error.file-unwritable': 'The file cannot be written there. Choose another folder.',
  'error.file-empty': 'This file is empty. Export it once more from where it came from.',
  'error.file-not-text':
    'This is not a contacts file: it holds no readable text. Choose a CSV, vCard (.vcf) or LDIF file.',
  'error.file-too-large':
    'This file is larger than 256 MB. Split it into smaller ones and import them one after the other.',
  'error.too-many-files':
    'Too many files are on their way already. Wait until they have arrived, then try again.',
  'error.file-not-recognised':
    'This file is none of CSV, vCard and LDIF. Export it again as one of them.',
  'error.calendar-none':
    'This is not a calendar: what comes from there does not begin as one (.ics).',
  'error.calendar-too-large': 'This calendar is larger than 20 MB, which is more than can be read.',
  'error.calendar-stuck': 'This calendar takes too long to read, so it was given up.',
  'error.calendar-address':
    'This is not the address of a calendar. It begins with https:// or webcal:// and is handed out by your calendar as its secret or public address in iCal format.',
  'error.calendar-answer':
    'The server does not give this calendar out: it answers {status}. Look whether the address is still right.',
  'error.too-many-columns':
    'This file has more columns than a contact list can have. Is it really a list of people?',
  'error.attachment-too-large':
    'This file is larger than 25 MB, which is more than can be attached. Put it into a shared folder and add a link.',
  'error.plan-has-no-rows': 'There is nothing in this file to import.',
  'error.bad-value': '{field} cannot become “{value}”.',
  'error.bad-pattern':
    'This pattern is not understood. Look for a bracket that is not closed, or search for plain text.',
  'error.cancelled': 'Stopped. Nothing was changed.',
  'error.nothing-to-undo': 'There is nothing to undo.',
  'error.changed-since': 'This has changed since. Look at it once more, then decide.',
  'error.wrong-passphrase':
    'That passphrase does not open this backup. Check capital letters and try again.',
  'error.not-a-backup': 'This is not a Rapport backup, or it is damaged. Choose another one.',
  'error.update-refused':
    'This change is too large or damaged and was not taken. What was there is kept.',
  'error.record-erased': 'This person was erased for good and cannot be changed.',
  'error.names-private':
    'This is shared with your team and would name somebody or something that is only on this laptop. Share that first, or write it down separately.',
  'error.merge-private':
    'One of the two is only on this laptop, the other is shared with your team. Share the private one first, then merge them.',
  'error.merge-changed':
    'One of these was changed or taken away meanwhile, so nothing was merged. Look at them again and choose once more.',
  'error.merge-too-many':
    'At most {most} can be compared side by side. Merge some of them first, then the others.',
  'error.not-an-invite':
    'These words do not fit together. Check them against the other screen: there are twelve, in that order.',
  'error.unknown-word':
    '“{word}” is not one of the invite words. Check how it is spelt on the other screen.',
  'error.has-team': 'This laptop already belongs to a team. Leave it first.',
  'error.no-team': 'This laptop does not belong to a team.',
  'error.owner-only': 'Only an owner of the team can do that. Ask one of them.',
  'error.last-owner': 'A team needs an owner. Make somebody else an owner first.',
  'error.team-full':
    'So much was said in this team that there is no room for more, and nothing was changed. Make a new team and invite the laptops again.',
  'error.not-a-bundle':
    'This is not a Rapport file, or it was damaged on the way. Nothing was changed; copy it once more.',
  'error.other-team':
    'This file belongs to another team, or was made after this laptop was last in step. Connect once, then read it again.',
  'error.bundle-unsigned':
    'This file was made by an earlier version of Rapport. Nothing was changed; update Rapport there and make the file once more.',
  'error.bundle-not-ours':
    'This file is not from a laptop that this one knows to belong to your team. Nothing was changed. If it joined while this laptop was away, connect once, then read the file again.',
  'error.network-held':
    'This network costs by use, so Rapport does not use it here. Join another one, or change that on the Team page.',
  'error.feed-empty':
    'The server answered with nothing. Try again later, or look at the address in the browser.',
  'error.not-a-feed':
    'Nothing that can be followed was found there. Open the page in the browser and look for a link that says RSS, Atom or feed.',
  'error.feed-too-large':
    'What the server sends is too long to be a feed. Is this the right address?',
  'error.feed-list-too-large':
    'This list is larger than Rapport reads at a time: up to {limit} feeds. Nothing of it was taken; split it in the other reader and bring the parts one by one.',
  'error.feed-slow': 'The server took too long to answer. Try again later.',
  'error.feed-inside':
    'This leads into a private network ({address}), where feeds are not fetched from.',
  'error.feed-unreachable':
    '{why, select, name {No server by that name was found. Check the spelling, and that this laptop is on the internet.} encoding {What the server sent was broken on the way. Try again later.} other {The server could not be reached. Check the address, or try again later.}}',
  'error.feed-certificate':
    'The server cannot prove that it is who it says (its certificate is wrong), so nothing was fetched.',
  'error.feed-status':
    'The server answered that there is nothing to be had there ({status}). Check the address in the browser.',
  'error.feed-network': 'This laptop has no way to the internet just now. Try again when it has.',
  'error.feed-off':
    'This laptop fetches nothing: Listening is switched off. Switch it on on the Listening page.',
  'error.not-a-picture': 'What the server sent is not a picture that can be shown safely.',
  'error.disk-full': 'The disk is full: free some space and try again. What was there is kept.',
  'error.disk-read-only':
    'The disk cannot be written to. Check the drive or its permissions; Rapport goes on by itself.',
  'error.store-locked':
    'Another Rapport already has this profile open{pid, select, none {} other { (process {pid})}}. Use that window.',
  'error.store-damaged':
    'The book is damaged. Restore the newest backup; the damaged file is kept beside it.',
  'error.store-newer': 'This book was written by a newer Rapport. Update this one to open it.',
  'error.store-encrypting': 'The book is being encrypted. Try again in a moment.',
  'error.book-locked': 'The book is locked. Open it with its passphrase or its recovery words.',
  'error.keystore-refused':
    'The keystore of this computer refused. The book opens as before; unlock the keystore and try again.',
  'error.wrong-secret':
    'This is neither the passphrase nor the recovery words. Check capital letters and spelling; nothing was changed.',
  'error.no-key':
    'The key of the book is missing or is another book’s. Put keys.json of this profile back and start again, or restore a backup.',
  'error.store-closed': 'The book is being opened. Try again in a moment.',
  'error.host-gone':
    '{shell, select, electron {Rapport’s background part does not answer. It is being started again; what you typed is still here.} other {Rapport was closed, or has stopped. Start it again with the command you started it with. What you typed is still in this page.}}',
  'error.unknown-request':
    'Something went wrong inside Rapport. Nothing was lost; try again, and restart it if it happens twice.',
  'error.internal':
    'Something went wrong inside Rapport. Nothing was lost; try again, and restart it if it happens twice.',
} as const satisfies { readonly [code in ErrorCode as `error.${code}`]: string };
