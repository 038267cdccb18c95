import { type Sha256, sha256Hex } from './hash.ts';
import { type Power, type PowerFor, bigintPower, fixedBase } from './power.ts';

/** Groups of section 5: subgroups of order q of the integers modulo p. */
const PARAMETERS = {
  'BELENIOS-2048': {
    p: BigInt(
      '20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719',
    ),
    g: BigInt(
      '2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627',
    ),
    q: 78571733251071885079927659812671450121821421258408794611510081919805623223441n,
  },
  'RFC-3526-2048': {
    p: BigInt(
      '32317006071311007300338913926423828248817941241140239112842009751400741706634354222619689417363569347117901737909704191754605873209195028853758986185622153212175412514901774520270235796078236248884246189477587641105928646099411723245426622522193230540919037680524235519125679715870117001058055877651038861847280257976054903569732561526167081339361799541336476559160368317896729073178384589680639671900977202194168647225871031411336429319536193471636533209717077448227988588565369208645296636077250268955505928362751121174096972998068410554359584866583291642136218231078990999448652468262416972035911852507045361090559',
    ),
    g: 2n,
    q: BigInt(
      '16158503035655503650169456963211914124408970620570119556421004875700370853317177111309844708681784673558950868954852095877302936604597514426879493092811076606087706257450887260135117898039118124442123094738793820552964323049705861622713311261096615270459518840262117759562839857935058500529027938825519430923640128988027451784866280763083540669680899770668238279580184158948364536589192294840319835950488601097084323612935515705668214659768096735818266604858538724113994294282684604322648318038625134477752964181375560587048486499034205277179792433291645821068109115539495499724326234131208486017955926253522680545279',
    ),
  },
} as const;

export type GroupName = keyof typeof PARAMETERS;

export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(PARAMETERS, name);
}

/** g^e for a fixed g and 0 ≤ e < q. */
export type FixedPower = (exponent: bigint) => bigint;

/** A group and how to calculate in it. Elements are numbers modulo p, exponents numbers modulo q. */
export interface Group {
  name: GroupName;
  p: bigint;
  q: bigint;
  g: bigint;
  power: Power;
  /** Powers of g. */
  powerOfG: FixedPower;
  /** Tables for another base that is used often. */
  fixed(base: bigint): FixedPower;
  multiply(...factors: bigint[]): bigint;
  /** The remainder that is not negative, modulo q. */
  modQ(exponent: bigint): bigint;
  sha256: Sha256;
  /** The challenge of a proof: SHA-256 of what is hashed, as a number modulo q. */
  challenge(hashed: string): bigint;
  /** g^(−n), kept for the next time: for numbers that a question names. */
  shift(count: number): bigint;
  /** 1/x of an element of the subgroup. */
  invert(element: bigint): bigint;
  /**
   * Whether a number from outside is an element of the subgroup of order q: whoever takes others as elements tells parts
   * of secrets, and accepts proofs that prove nothing.
   */
  contains(element: bigint): boolean;
}

export interface GroupOptions {
  /** Brings a faster exponentiation than BigInt's. */
  power?: PowerFor | undefined;
  /** Brings a faster SHA-256. */
  sha256?: Sha256 | undefined;
  /** How many powers of one fixed base are expected: 30 for one ballot. Decides the size of the tables. */
  uses?: number | undefined;
}

/** Tables are made when a power of their base is first wanted. */
function lazily(make: () => FixedPower): FixedPower {
  let made: FixedPower | undefined;
  return (exponent) => (made ??= make())(exponent);
}

export function createGroup(
  name: GroupName,
  { power: powerFor = bigintPower, sha256 = sha256Hex, uses = 30 }: GroupOptions = {},
): Group {
  const { p, q, g } = PARAMETERS[name];
  const power = powerFor(p);
  const bits = q.toString(2).length;
  const modQ = (exponent: bigint) => ((exponent % q) + q) % q;
  const shifts: Record<number, bigint> = { 0: 1n };
  const fixed = (base: bigint) => lazily(() => fixedBase(p, base, bits, uses));
  return {
    name,
    p,
    q,
    g,
    power,
    powerOfG: fixed(g),
    fixed,
    multiply(first, ...others) {
      let product = first ?? 1n;
      for (const factor of others) product = (product * factor) % p;
      return product;
    },
    modQ,
    sha256,
    challenge: (hashed) => BigInt(`0x${sha256(hashed)}`) % q,
    shift: (count) => (shifts[count] ??= power(g, modQ(-BigInt(count)))),
    invert: (element) => power(element, q - 1n),
    // x^(q-1)·x instead of x^q: OpenSSL gives no power that is 1.
    contains: (element) =>
      element > 0n &&
      element < p &&
      (element === 1n || (power(element, q - 1n) * element) % p === 1n),
  };
}
