import type { PDFDocument as Pdf } from 'pdf-lib'
import { AFRelationship, PDFDocument, PDFName } from 'pdf-lib'
import type { Invoice } from './invoice'
import type { Sheet } from './pages/sheet'
import { embedFonts, sheetOn } from './pages/sheet'

export const a4 = [595.28, 841.89] as const
export const letter = [612, 792] as const

/** The moment written into every PDF: the same bytes on every run. */
const madeAt = new Date('2026-11-01T09:00:00Z')

export async function pageOf(
  size: readonly [number, number],
  invoice: Invoice,
  draw: (sheet: Sheet, invoice: Invoice) => void,
): Promise<Uint8Array> {
  const document = await emptyPdf(invoice)
  draw(sheetOn(document.addPage([...size]), await embedFonts(document)), invoice)
  return document.save()
}

/** Puts the e-invoice into a finished page, as Factur-X prescribes: an associated file named factur-x.xml, told in XMP. */
export async function withFacturX(page: Uint8Array, xml: string, invoice: Invoice): Promise<Uint8Array> {
  const document = await PDFDocument.load(page, { updateMetadata: false })
  await document.attach(new TextEncoder().encode(xml), 'factur-x.xml', {
    mimeType: 'text/xml',
    description: `Factur-X ${invoice.number}`,
    creationDate: madeAt,
    modificationDate: madeAt,
    afRelationship: AFRelationship.Alternative,
  })
  const metadata = document.context.stream(xmp(), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata))
  return document.save()
}

/** A page that is a picture from edge to edge. */
export async function pageOfPicture(
  jpeg: Uint8Array,
  size: readonly [number, number],
  invoice: Invoice,
): Promise<Uint8Array> {
  const document = await emptyPdf(invoice)
  const picture = await document.embedJpg(jpeg)
  const [width, height] = size
  document.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height })
  return document.save()
}

async function emptyPdf(invoice: Invoice): Promise<Pdf> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(invoice.number)
  document.setAuthor(invoice.seller.name)
  document.setProducer('Quittance samples')
  document.setCreationDate(madeAt)
  document.setModificationDate(madeAt)
  return document
}

function xmp(): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" fx:DocumentType="INVOICE" fx:DocumentFileName="factur-x.xml" fx:Version="1.0" fx:ConformanceLevel="EN 16931"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
