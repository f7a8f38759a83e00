// The team's log, line by line, and what a check of the connection found. In the log `who`
// is a laptop of the team; in a finding `detail` is an address, a port or a name.

import type { Finding, LogEntry } from '../../bridge/team-types.ts';

type Test = Finding['test'];

export const teamLog = {
  'team-log.made': 'The team was made.',
  'team-log.joined': 'This laptop joined the team.',
  'team-log.let-in': '{who} was let in.',
  'team-log.asked': '{detail} asked to join.',
  'team-log.ask-missed':
    'A request to join from {detail} was broken off before its number could be compared.',
  'team-log.ask-known':
    '{detail} asked to join, but their laptop still goes by the keys that it had in the team before. Update Rapport there, then let them ask again.',
  'team-log.refused-ask': 'A request to join was refused.',
  'team-log.removed': '{who} was removed.',
  'team-log.left': '{who} left.',
  'team-log.new-epoch': 'The team’s key was changed.',
  'team-log.linked': 'Connected to {who}.',
  'team-log.unlinked': 'The connection to {who} ended.',
  'team-log.refused-link':
    '{detail, select, gone {{who} was not let in: it was removed from the team.} unknown {{who} was not let in: nobody in the team knows it.} earlier {{who} has an earlier version of Rapport: nothing is synced with it until it is updated.} later {{who} has a newer version of Rapport: nothing is synced with it until this laptop is updated.} flood {{who} was not let in: it sent what nobody in the team has signed.} other {{who} was not let in: it could not prove who it is.}}',
  'team-log.copied': 'Another machine uses this laptop’s key.',
  'team-log.agreed': '{who} has everything.',
  'team-log.differs': 'A difference with {who} was found and is being repaired.',
  'team-log.hub-found': 'Found a teammate at {detail}.',
  'team-log.hub-other-version':
    'Found a teammate at {detail} whose Rapport is older or newer than this one. They sync once both are of the same version.',
  'team-log.moved': 'This laptop woke up or changed its network.',
  'team-log.paused': 'Sync was paused.',
  'team-log.resumed': 'Sync goes on.',
  'team-log.held': 'Sync stopped: this network costs by use.',
  'team-log.flood':
    'Somebody with an old key of the team sends what nobody in it has signed. It is not listened to for ten minutes.',
  'team-log.no-key-for': 'The team’s new key could not be sealed for {who}: its own key is broken.',
  'team-log.let-go': 'Sync goes on: this network may be used.',
} as const satisfies { readonly [code in LogEntry['code'] as `team-log.${code}`]: string };

export const findingTitles = {
  'finding.allowed': 'Sync is paused',
  'finding.network': 'Network',
  'finding.port': 'Port',
  'finding.multicast': 'Announcing',
  'finding.found': 'Finding',
  'finding.linked': 'Meeting',
  'finding.teammate': 'A teammate’s address',
  'finding.direct': 'Direct connection',
} as const satisfies { readonly [test in Test as `finding.${test}`]: string };

const notTried =
  '{detail, select, held {You said that this network costs by use, so nothing was tried. Switch that off above, or join another network.} other {You paused it, so nothing was tried. Resume it above.}}';

const atAddress =
  '{why, select, open {{detail} answers, but has not shown that it is of this team. Is the other Rapport up to date and in the team?} refused {{detail} answers that it lets nobody in: Rapport is not open there, or a firewall there refuses it. Open Rapport there, or allow it in that firewall.} silent {{detail} gives no answer at all: most likely a firewall there or on the way drops what comes. Allow Rapport there, for this network.} away {Nobody is at {detail}: the laptop is off, asleep, or has another address now.} unnamed {The name in {detail} is not known in this network. Type the address in numbers.} other {There is no way from this network to {detail}: it is in another one.}}';

export const findings = {
  'finding.allowed.good': notTried,
  'finding.allowed.bad': notTried,
  'finding.network.good': 'This laptop is in a network ({detail}).',
  'finding.network.bad':
    'No network. Join a Wi-Fi, a phone’s hotspot, or plug in a cable: the internet is not needed.',
  'finding.port.good':
    'This laptop listens on port {detail}. If teammates still do not get through, a firewall here may keep them out.',
  'finding.port.bad':
    'Port {detail} does not answer: a firewall is in the way. Allow Rapport in the firewall’s settings.',
  'finding.multicast.good': 'This laptop announces itself in the network.',
  'finding.multicast.bad':
    'It cannot announce itself ({detail}). Allow Rapport in the system’s local network settings, or add a teammate by address below.',
  'finding.found.good': 'Teammates were found in this network.',
  'finding.found.bad':
    'Nobody was found yet. Is their Rapport open, in the same network? Some guest Wi-Fis keep laptops apart: then add a teammate by address below, or use a phone’s hotspot.',
  'finding.linked.good': 'Linked to {detail}.',
  'finding.linked.bad': 'No teammate’s Rapport is linked at the moment.',
  'finding.teammate.good': atAddress,
  'finding.teammate.bad': atAddress,
  'finding.direct.good':
    '{detail, plural, one {Connected to # teammate’s laptop.} other {Connected to # teammates’ laptops.}}',
  'finding.direct.bad':
    '{why, select, elsewhere {This network gives no addresses: laptops have only those that they make up themselves (fe80::). Teammates are found over them and let in, but no direct connection comes about, so nothing is synced. Join a network with a router, a phone’s hotspot, or go by file.} other {No direct connection at the moment.}}',
} as const satisfies {
  readonly [id in `finding.${Test}.${'good' | 'bad'}`]: string;
};
