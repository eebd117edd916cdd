import * as orders from './orders'
import { drawClassic } from './pages/classic'
import { american, drawModern, french } from './pages/modern'
import { drawPrintShop } from './pages/print-shop'
import { drawPrintedCfdi } from './pages/printed-cfdi'
import { drawShopSlip } from './pages/shop-slip'
import { a4, letter, pageOf, pageOfPicture, withFacturX } from './pdf'
import { seeded } from './random'
import { photographed, rasterise, scanned } from './raster'
import { cfdiXml } from './xml/cfdi'
import { ciiXml } from './xml/cii'
import { ublXml } from './xml/ubl'

/** File name (plain ASCII: it must survive every disk and archive) and content. */
export type Samples = Readonly<Record<string, string | Uint8Array>>

export const xmlSamples: Samples = {
  '01 Papelera del Norte A20481.xml': cfdiXml(orders.paper),
  '02 El Mirlo flete CF7730.xml': cfdiXml(orders.freight),
  '03 Montevera F11862.xml': cfdiXml(orders.swapped),
  '04 Alder and Loom AL-2026-0417.xml': ublXml(orders.textile),
  '05 Kade en Vonk 26-10377.xml': ublXml(orders.coffee),
  '06 Buchbinderei Auental RE-26091.xml': ciiXml(orders.binding),
}

/** Pages with a text layer; the same bytes on every machine. */
export async function pageSamples(): Promise<Samples> {
  const design = await pageOf(a4, orders.design, (sheet, invoice) => {
    drawModern(sheet, invoice, french)
  })
  const hosting = await pageOf(letter, orders.hosting, (sheet, invoice) => {
    drawModern(sheet, invoice, american)
  })
  return {
    '07 Atelier Brume AB-2026-093.pdf': await withFacturX(design, ciiXml(orders.design), orders.design),
    '08 Northgate Cloud NCS-118204.pdf': hosting,
    '09 Carpinteria Valdes 2026-0158.pdf': await pageOf(a4, orders.contradiction, drawClassic),
    '10 Papelera del Norte A20481 impresa.pdf': await pageOf(letter, orders.paper, drawPrintedCfdi),
  }
}

/** Pages that are pictures. Another version of the drawing library may round a pixel differently. */
export async function pictureSamples(): Promise<Samples> {
  return { '11 Harrow and Pike scan.pdf': await scan(), '12 Ferreteria La Tuerca foto.jpg': await photo() }
}

async function scan(): Promise<Uint8Array> {
  const page = await rasterise(await pageOf(a4, orders.brochures, drawPrintShop), 200)
  const jpeg = await scanned(page, seeded(11)).encode('jpeg', 62)
  return pageOfPicture(jpeg, a4, orders.brochures)
}

async function photo(): Promise<Uint8Array> {
  const halfLetter = [396, 480] as const
  const page = await rasterise(await pageOf(halfLetter, orders.tools, drawShopSlip), 260)
  const size = { width: 1500, height: 1900 }
  const corners = [
    [158, 150],
    [1330, 118],
    [1422, 1660],
    [88, 1716],
  ] as const
  return photographed(page, size, corners, seeded(12)).encode('jpeg', 80)
}
