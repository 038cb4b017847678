// Values → words for people. One thing to know: an open end is shown as one ("14+"), and a range as a range.
import type { ActorValue, ContentValue, Incident, PlaceValue, Settled, TimeValue, TollValue, Value } from './types'

export const TOLLS = ['killed', 'injured', 'abducted', 'arrested', 'displaced', 'missing', 'surrendered'] as const
export const ACTOR_FIELDS = ['perpetrator', 'target', 'participant', 'speaker', 'addressee'] as const
/** The order in which fields are shown. */
export const FIELDS = ['perpetrator', 'target', 'participant', 'speaker', 'addressee', 'place', 'time', 'deadline', ...TOLLS, 'weapon', 'content']

const NAMES: Record<string, string> = { perpetrator: 'Perpetrator', target: 'Target', injured: 'Injured', weapon: 'Weapon', content: 'What was said' }
export const fieldName = (field: string): string => NAMES[field] ?? sentence(field)
export const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const isToll = (field: string): boolean => (TOLLS as readonly string[]).includes(field)
export const isActor = (field: string): boolean => (ACTOR_FIELDS as readonly string[]).includes(field)

export function list(value: Value | Value[] | undefined | null): Value[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

const number = new Intl.NumberFormat('en-GB')
export const count = (n: number): string => number.format(n)
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`

export function toll(value: Pick<TollValue, 'low' | 'high'>): string {
  if (value.high === null) return `${count(value.low)}+`
  return value.low === value.high ? count(value.low) : `${count(value.low)}–${count(value.high)}`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export function day(iso: string | null | undefined, year = true): string {
  if (!iso) return ''
  const [y = '', m = '1', d = '1'] = iso.slice(0, 10).split('-')
  return `${Number(d)} ${(MONTHS[Number(m) - 1] ?? '').slice(0, year ? undefined : 3)}${year ? ` ${y}` : ''}`
}

export function shortDay(iso: string | null | undefined): string {
  if (!iso) return ''
  const [y = '', m = '1', d = '1'] = iso.slice(0, 10).split('-')
  return `${Number(d)} ${(MONTHS[Number(m) - 1] ?? '').slice(0, 3)} ${y}`
}

export function time(value: TimeValue): string {
  const { earliest, latest, precision } = value
  if (!earliest && !latest) return precision === 'relative' ? 'not known to the day' : ''
  const from = (earliest ?? '').slice(0, 10)
  const to = (latest ?? '').slice(0, 10)
  const clock = (iso: string | null) => (iso && iso.length > 10 ? `, ${iso.slice(11, 16)}` : '')
  if (from && from === to) {
    const [a, b] = [clock(earliest), clock(latest)]
    return shortDay(from) + (precision === 'minute' || precision === 'hour' ? (a === b ? a : `${a}–${b.slice(2)}`) : '')
  }
  if (!from) return `by ${shortDay(to)}`
  if (!to) return `from ${shortDay(from)}`
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  const first = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from).slice(0, -5) : shortDay(from)
  return `${first} – ${shortDay(to)}`
}

export function place(value: PlaceValue): string {
  const parts = [value.name]
  if (value.admin1 && value.admin1 !== value.name) parts.push(value.admin1)
  if (value.country && value.precision !== 'country') parts.push(country(value.country))
  return parts.join(', ')
}

const ALPHA2: Record<string, string> = {}
const regions = typeof Intl !== 'undefined' && 'DisplayNames' in Intl ? new Intl.DisplayNames(['en'], { type: 'region' }) : null
/** ISO 3166 alpha-3 → alpha-2, as far as the browser's own names need it. */
const PAIRS =
  'AFGAF ALBAL DZADZ ANDAD AGOAO ATGAG ARGAR ARMAM AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB BLRBY BELBE BLZBZ BENBJ BTNBT BOLBO BIHBA BWABW BRABR BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM CANCA CAFCF TCDTD CHLCL CHNCN COLCO COMKM COGCG CODCD CRICR CIVCI HRVHR CUBCU CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FJIFJ FINFI FRAFR GABGA GMBGM GEOGE DEUDE GHAGH GRCGR GRDGD GTMGT GINGN GNBGW GUYGY HTIHT HNDHN HKGHK HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE ISRIL ITAIT JAMJM JPNJP JORJO KAZKZ KENKE KIRKI PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MDGMG MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MRTMR MUSMU MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MARMA MOZMZ MMRMM NAMNA NRUNR NPLNP NLDNL NZLNZ NICNI NERNE NGANG MKDMK NORNO OMNOM PAKPK PLWPW PSEPS PANPA PNGPG PRYPY PERPE PHLPH POLPL PRTPT QATQA ROURO RUSRU RWARW KNAKN LCALC VCTVC WSMWS SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL SGPSG SVKSK SVNSI SLBSB SOMSO ZAFZA SSDSS ESPES LKALK SDNSD SURSR SWESE CHECH SYRSY TWNTW TJKTJ TZATZ THATH TLSTL TGOTG TONTO TTOTT TUNTN TURTR TKMTM TUVTV UGAUG UKRUA AREAE GBRGB USAUS URYUY UZBUZ VUTVU VATVA VENVE VNMVN YEMYE ZMBZM ZWEZW ESHEH XKXXK'
for (const pair of PAIRS.split(' ')) ALPHA2[pair.slice(0, 3)] = pair.slice(3)

export function country(code: string): string {
  const two = ALPHA2[code]
  if (!two || !regions) return code
  try {
    return regions.of(two) ?? code
  } catch {
    return code
  }
}

/** Any value in words; the field tells what it is. */
export function words(field: string, value: Value | null): string {
  if (value === null) return 'not known'
  if (isToll(field)) return toll(value as TollValue)
  if (field === 'place') return place(value as PlaceValue)
  if (field === 'time' || field === 'deadline') return time(value as TimeValue)
  if (field === 'content') {
    const content = value as ContentValue
    return content.text ? content.text : 'another event'
  }
  return (value as ActorValue).name ?? ''
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Names of the first fields that have any, in order and once each. */
export function names(settled: Settled, ...fields: string[]): string[] {
  const found = fields.flatMap((field) => list(settled[field]).map((value) => (value as ActorValue).name))
  return [...new Set(found)]
}

export function parties(incident: Pick<Incident, 'settled'>): { by: string[]; to: string[] } {
  return { by: names(incident.settled, 'perpetrator', 'speaker', 'participant'), to: names(incident.settled, 'target', 'addressee') }
}

export const few = (all: string[], most = 3): string =>
  all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ')

export const GRADES: Record<string, string> = { corroborated: 'Corroborated', 'single-source': 'Single source', contested: 'Contested' }
export const REALIS: Record<string, string> = { planned: 'planned', conditional: 'conditional', threatened: 'threatened', feared: 'feared', denied: 'denied', historical: 'past' }
