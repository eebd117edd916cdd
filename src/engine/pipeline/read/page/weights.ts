/**
 * Weights of the features a candidate may have, in log-odds; the sum through the logistic function is its probability.
 * Set by hand from reading pages; meant to be replaced by trained ones under the same names.
 */
export const weights = {
  label: { strong: 2.2, usual: 0.9, weak: -0.4, marked: 0.5, startsCell: 0.3 },
  relation: { sameCell: 0.9, nextCell: 0.6, laterCell: -0.3, below: 0.2, farBelow: -0.7 },
  amount: {
    bias: -2.2,
    hasDecimals: 0.9,
    hasCurrency: 0.5,
    isWholeNumber: -1.4,
    lastOfLine: 0.5,
    notLastOfLine: -0.6,
    inTable: -1.2,
    lowerHalf: 0.3,
    largestOfDocument: 0.7,
    lastLabelOfKind: 0.5,
    unlabelledLargest: -1.6,
    onlyTotal: 1.2,
    paymentTerm: -3,
    inSentence: -1.5,
    sumOfRows: -0.4,
    /** Net as total less tax is chosen only when both are at least so sure together. */
    derivedFrom: 0.6,
    zeroTotal: -1.8,
    pairOnPage: -1.7,
    /** One digit off from what the other amounts say. */
    misread: -1,
    /** … which is proposed, and never sure. */
    mostMisread: 0.8,
    /** What is to be paid is the total when its label is so much plainer than any total's. */
    plainer: 1,
  },
  arithmetic: {
    netTaxTotal: 3.2,
    linesNet: 1.2,
    linesTotal: 0.8,
    rateFits: 1.2,
    netEqualsTotal: 0.3,
    contradiction: -2.5,
    /** Taken from amounts that no arithmetic confirms. */
    unconfirmed: { text_layer: 0.3, ocr: 1 },
    missingNet: -0.7,
    missingTax: -0.6,
    missingTotal: -2.2,
    adjustment: -0.5,
    totalBelowNet: -2.5,
  },
  date: {
    inDueSentence: 1.9,
    besideTitle: 2.4,
    onlyDate: 2,
    bias: -1.2,
    unlabelled: -0.9,
    firstOfDocument: 0.5,
    upperHalf: 0.3,
    ambiguousOrder: -0.8,
    orderFromDocument: -0.1,
    dueBeforeIssue: -1.5,
  },
  number: {
    bias: -1.3,
    hasLettersAndDigits: 0.4,
    longDigits: 0.3,
    singleDigit: -0.7,
    shortByOcr: -1.3,
    looksLikeYear: -0.8,
    looksLikeDate: -1.2,
    upperHalf: 0.4,
    besideTitle: 0.6,
    largerThanText: 0.2,
    repeated: 0.3,
  },
  taxId: {
    bias: -1.4,
    pattern: 0.8,
    checkDigit: 1.8,
    sellerBlock: 1.0,
    buyerBlock: -2.0,
    first: 0.7,
    second: -0.9,
    inFooter: 1.8,
    ownId: 6,
    /** OCR gave no tax id's shape, but one that looks like it. */
    misread: -0.6,
    notOwnId: 0.5,
  },
  name: {
    bias: -1.5,
    labelSeller: 2.4,
    labelBuyer: 2.6,
    usualLabel: -0.8,
    weakLabel: -1.6,
    addressee: -0.2,
    underSenderLine: 1.6,
    isSeller: -3,
    legalForm: 1.6,
    matchesDomain: 1.8,
    largeType: 1.0,
    firstLine: 0.9,
    topOfPage: 0.6,
    aboveAddress: 0.8,
    aboveTaxId: 0.9,
    repeated: 0.6,
    inFooter: 2,
    senderLine: 1.6,
    shortByOcr: -0.6,
    signedFor: 1.2,
    whole: 0.2,
    isBuyer: -3,
    isTitle: -4,
    hasDigits: -1.0,
    longSentence: -1.5,
    footer: -0.3,
    farRight: -0.1,
  },
  currency: {
    code: 2.6,
    looseCode: 0.5,
    symbol: 2.2,
    sharedSymbol: 0.9,
    word: 1.5,
    home: 0.3,
    perAmount: 0.2,
    bias: -0.8,
  },
  type: { title: 2.2, word: 0.8, largeType: 1.0, bias: -0.8, receiptShape: 1.1, unnamed: -0.2, paidAtTill: 1.9 },
  /** Per unit of (1 − OCR confidence). */
  ocrDoubt: -2.5,
  /** Below this probability a value is offered, but not chosen. */
  choose: 0.35,
  /** A rival closer than `within` log-odds takes off up to `most`. */
  rivalry: { within: 1.5, most: 1.2 },
  /** From this probability a page value contradicts an embedded XML. */
  contradicts: 0.75,
  /** From this probability a value on one page by itself may say that another invoice begins there. */
  cutValue: 0.5,
} as const

export function probability(logOdds: number): number {
  return Math.round((1 / (1 + Math.exp(-logOdds))) * 1000) / 1000
}

/** What a rival value that is almost as likely takes off, in log-odds. */
export function rivalry(gap: number): number {
  const { within, most } = weights.rivalry
  return gap >= within ? 0 : most * (1 - Math.max(0, gap) / within)
}
