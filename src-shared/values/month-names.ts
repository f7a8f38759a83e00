// Names of months as they stand in dates, in the languages that dates can be shown in.

/** From 1; names and short forms in lower case, without their dot; two words joined by `_`. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar jänner jän janvier janv enero ene gennaio gen januari janeiro stycznia styczeń sty ledna leden tammikuuta tammikuu ocak oca січня січень يناير جانفي كانون_الثاني',
    'feb february februar feber février fevrier fév févr febrero febbraio februari fevereiro fev lutego luty lut února únor helmikuuta helmikuu şubat şub лютого лютий فبراير فيفري شباط',
    'mar march märz marz mär mars marzo maart mrt março marco marts marca marzec března březen maaliskuuta maaliskuu mart березня березень مارس آذار اذار',
    'apr april avril avr abril abr aprile kwietnia kwiecień kwi dubna duben huhtikuuta huhtikuu nisan nis квітня квітень أبريل ابريل إبريل أفريل نيسان',
    'may mai mayo maggio mag mei maio maj maja května květen toukokuuta toukokuu mayıs травня травень مايو ماي أيار ايار',
    'jun june juni juin junio giugno giu junho czerwca czerwiec cze června červen kesäkuuta kesäkuu haziran haz червня червень يونيو جوان حزيران',
    'jul july juli juillet juil julio luglio lug julho lipca lipiec lip července červenec heinäkuuta heinäkuu temmuz tem липня липень يوليو جويلية يوليوز تموز',
    'aug august août aout agosto ago augustus augusti sierpnia sierpień sie srpna srpen elokuuta elokuu ağustos ağu серпня серпень أغسطس اغسطس أوت غشت آب',
    'sep sept september septembre septiembre settembre set setembro września wrzesień wrz září syyskuuta syyskuu eylül eyl вересня вересень سبتمبر شتنبر أيلول ايلول',
    'oct october oktober okt octobre octubre ottobre ott outubro out października październik paź října říjen lokakuuta lokakuu ekim eki жовтня жовтень أكتوبر اكتوبر تشرين_الأول تشرين_الاول',
    'nov november novembre noviembre novembro listopada listopad lis listopadu marraskuuta marraskuu kasım kas листопада листопад نوفمبر نونبر تشرين_الثاني',
    'dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru prosince prosinec joulukuuta joulukuu aralık ara грудня грудень ديسمبر دجنبر كانون_الأول كانون_الاول',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);
