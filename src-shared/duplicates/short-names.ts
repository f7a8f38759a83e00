// Short and everyday forms of given names, by what they stand for. Two names that share a
// root may be one person's; the same short form can have several.

import { asRomanised } from './similar.ts';

const forms = `
abraham abe bram
albert al bert albie
alexander alex sascha sasha sander xander alec sandro alejandro aleksandr oleksandr lex
alexandra alex sandra sascha sasha alexa aleksandra oleksandra
alfred fred alf alfie fredo
alice ali lisa
andreas andy andi andre andrew andrej andrei andrey anders
anna anne ann annie anni anja anya anouk nina hanna annika ana
antonius toni anton tony antonio antoine anthony antony antek
arthur art artie
barbara barb babs babsi barbe basia
beatrice bea bee trixie beatrix
benedikt ben benny benedict bene
benjamin ben benny benji
bernard bernie bernhard berni bernd
brigitte gitte birgit britt
carolina caro caroline karoline karolina carrie karla carla line
catherine cathy kate katie kathy cat katharina kathrin katrin kathi kati karin kata katja katya ekaterina yekaterina katarzyna kasia kaitlin trina
charles charlie chuck chas karl carl carlos charly
christian chris kristian krischan christoph
christina chris christine chrissy tina kristina kristin christiane kirsten
christopher chris christoph kit topher kristof
clara klara claire
daniel dan danny dani
david dave davy davide dawid
deborah deb debbie debora
dieter didi
dietrich dieter dirk
dimitri dmitri dmitriy dmitry dima dimitrios
dominik dom nick dominic domi
donald don donnie
dorothea dora doro dorothy thea dorothee dot
edward ed eddie ted ned eduard edi eduardo
eleanor ellie nell nora elinor leonore eleonore
elisabeth liz lizzy beth betty bettina elsa else elisa lisa liesel sissi sisi elizabeth eliza lilli lily lisbeth isabel erzsebet ella elzbieta ela
emilia emily emmi emma mia
emmanuel manny manu immanuel
eugen gene eugene yevgeny evgeny zhenya
ferdinand ferdi fernando nando
francisca franzi franziska fran frances fanny francesca
franz frank francis francisco paco pancho franciscus frankie
frederick fred freddy friedrich fritz frederik fredi rick frederic
gabriel gabe gabi
gabriele gabi gaby gabriela
georg george jorge jurgen yuri jerzy jiri schorsch giorgio geordie jorg
gerhard gerd gerry gert gerard
gertrud trude trudi gertrude
gregor greg gregory grigori grischa
guillermo memo willy
gunther gunter
hans johann johannes john jack johnny ivan ian jan juan jean giovanni hannes hansi vanya janek jonny jon jens
harold harry hal harald
heinrich heinz henry heiner henri hank harry henrik enrique henryk heiko
helena helen helene elena lena leni nell ellen
herbert bert herb
hubert hugh hubertus
ignaz nacho ignacio iggy
irene reni irina ira
isabella isa bella isabel izzy
jacob jake jakob jacques james jim jimmy jaime jack santiago jamie diego yakov
jennifer jen jenny jenni
jessica jess jessie
joachim jo jochen achim joaquin
johanna jo hanna joan joanna jana jane juana giovanna janine janina hannah
jonathan jon jonny nathan
joseph joe sepp josef jose pepe josip beppe giuseppe jupp jozef
josephine jo josie josefine fine
judith judy judit
julia jule juli julie yulia juliane giulia
katharina kathi
kenneth ken kenny
konrad conny kurt conrad
konstantin kostya costa konsti
laurence larry lorenz laurent lawrence lars lorenzo laurie
leonard leo len lenny leonhard lennart
leopold leo poldi
ludwig luis louis lewis luigi lou lutz lajos
magdalena lena magda madeleine leni maddy madlen magdalene
manfred fred manni mani
manuel manu manolo
manuela manu ela
margaret maggie meg peggy margarete grete gretel margit rita greta margarita marge margot marguerite gretchen malgorzata gosia daisy
maria mary marie mia mitzi mariechen mizzi maja molly miriam masha manon moira marija polly
marianne nanne marian
mark marc markus marco marcus marek
martha marta martie
martin marty tino marcin morten
martina tina
mathilda tilda tilly mathilde
matthew matt matthias mathias matze hias matteo mateo matthieu mats mateusz
maximilian max maxi maxim
melanie mel melli
mercedes meche merche
michael mike mick micky michi michel miguel misha mischa michal mikhail michele mika mickey
michaela michi ela mika
mikolaj miko
mohammed mohamed muhammad mohammad mehmet mo muhammed
natalie nat natalia natascha natasha nathalie tasha
nathaniel nat nathan nate
nicholas nick nicky nikolaus klaus niklas nico nikolai kolya nicolas nils miklos nicola claus niko
nicole nicki nicola nici
oliver ollie olli olivier
olga olya olja
patricia pat patty trish tricia patrizia
patrick pat paddy rick patricio
paul pablo paolo pavel pawel
paula pauline paola polly paulina
peter pete pit pedro pierre piotr petr pjotr piet petros peer
petra pia
philip phil felipe philipp philippe pip filip lippi
ralph ralf raffi
raymond ray raimund ramon
rebecca becky becca rebekka beck
reinhard reiner rainer
renate reni nate rena
richard rick dick rich ricardo ricky richie riccardo ryszard
robert bob rob bobby bert roberto robby robin
roland rolli rolf orlando
ronald ron ronnie
rosa rosi rosie rose rosemarie
rudolf rudi rolf rolph rudolph
samantha sam sammy
samuel sam sammy
sebastian seb basti wastl bastian sebastien
sergej sergei serge sergio sergey seryozha
silvia sylvia silvi sylvie
simon sim simeon si
sofia sophie sophia fia zofia sonja sonia
stanislaw stan stanislaus stasz
stefan stephen steve steven stephan etienne esteban steffen stefano stevie stepan szczepan
stefanie steffi stephanie steph stefania
susanne susan sue susie susi suzanne sanna zuzana suse zuzanna
svetlana sveta lana
sylvester vester
teresa terry tess theresa therese resi tessa
theodor theo ted teddy theodore fyodor fedor
thomas tom tommy tomas tomasz tommaso
timothy tim timmy timo
tobias tobi toby
ulrich uli ulli
ursula uschi ursel ulla orsolya
valentin val valentino
valerie val valeria
veronika vroni vera veronica ronja
victor vic viktor witek
victoria vicky vic viktoria tori
vincent vince vinnie vinzenz vincenzo
vladimir vlad wladimir volodya volodymyr wlodzimierz
walter walt wally walther
wilhelm will willi willy bill billy helmut guillaume guillermo wilhelmus wim william liam guglielmo vilmos
wolfgang wolf wolle
yvonne ivonne
zacharias zach zachary zack
`;

/** Name to the numbers of the lines it stands in. */
const rootsByName = new Map<string, number[]>();
for (const [line, words] of forms.trim().split('\n').entries())
  for (const word of words.split(' ').map(asRomanised)) {
    const roots = rootsByName.get(word);
    if (roots === undefined) rootsByName.set(word, [line]);
    else roots.push(line);
  }

const none: readonly number[] = [];

/** Of a name as traits hold it; none where nothing is known of it. */
export const rootsOf = (given: string): readonly number[] =>
  rootsByName.get(asRomanised(given)) ?? none;

export function shareRoot(a: string, b: string): boolean {
  const others = rootsOf(b);
  return rootsOf(a).some((root) => others.includes(root));
}
