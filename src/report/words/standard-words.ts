import type { TierScope } from '../../service/index.ts';
import type {
  Ask,
  AuditFinding,
  Basis,
  Confidence,
  Disaster,
  Element,
  LimitVerdict,
  SeenRecoverer,
} from '../../standards/index.ts';

type Phrase = (a: string) => string;
type Phrase2 = (a: string, b: string) => string;
type Phrase3 = (a: string, b: string, c: string) => string;

/** What a report says of a standard and of the plans. */
export interface StandardWords {
  readonly title: string;
  readonly scopes: Readonly<Record<TierScope, string>>;
  /** Tier, scope; and where none is proven. */
  readonly proven: Phrase2;
  readonly none: Phrase;
  readonly might: Phrase;
  readonly nothing: string;
  readonly scope: string;
  readonly tier: string;
  /** The tier by drills alone. */
  readonly byDrills: string;
  readonly higher: string;
  readonly blocks: string;
  readonly disasters: Readonly<Record<Disaster, string>>;
  readonly verdicts: Readonly<Record<LimitVerdict, string>>;
  /** Against tier so and so. */
  readonly against: Phrase;
  readonly disaster: string;
  readonly verdict: string;
  readonly failed: string;
  readonly needs: Phrase;
  readonly passedToo: Phrase;
  readonly elementsTitle: string;
  readonly element: string;
  readonly basis: string;
  readonly lacks: string;
  readonly elements: Readonly<Record<Element, string>>;
  readonly asks: Readonly<Record<Ask, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  /** What the scope of a product is, beside that of a site. */
  readonly productAlone: string;
  readonly unchecked: Phrase;
  /** To tier so, against the loss of such. */
  /** What an ask was answered with: its names stay, the words for how things stand are told. */
  readonly found: (text: string) => string;
  /** The last day on which an edition was in force. */
  readonly replaced: (until: string) => string;
  readonly todo: Phrase2;
  /** Where, measured, limit. */
  readonly short: {
    readonly time: Phrase3;
    readonly data: Phrase3;
    /** Where no loss is allowed: the largest loss is judged. */
    readonly 'most-data': Phrase3;
    readonly failures: Phrase3;
    readonly 'not-drilled': Phrase;
  };
  readonly contradicts: Phrase2;
  readonly documentedTitle: string;
  /** What, promised, measured. */
  readonly documented: Phrase3;
  readonly agrees: Readonly<Record<'true' | 'false' | 'null', string>>;
  /** Who brings service back. */
  readonly recoverers: Readonly<Record<SeenRecoverer, string>>;
  readonly notBack: string;
  readonly profileTitle: Phrase;
  readonly what: Readonly<
    Record<'tier' | 'rto' | 'rpo' | 'recovered-by' | 'remote-centre' | 'remote-copy' | 'standby-centre', string>
  >;
  readonly assumptionsTitle: string;
  /** Plan, half of the time within, 95 % within. */
  readonly declaredByPeople: Phrase3;
  readonly declaredByAutomation: Phrase3;
  readonly declaredByNobody: string;
  readonly minutes: Phrase;
  readonly hours: Phrase2;
  readonly mayFail: Phrase;
  readonly classesFrom: string;
  readonly auditTitle: string;
  readonly auditNothing: string;
  /** The plan or disaster, and what it is about; a figure where there is one. */
  readonly audit: Readonly<Record<AuditFinding['code'], Phrase3>>;
  readonly step: Phrase2;
  readonly moreNotes: Phrase;
}
