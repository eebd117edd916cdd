import { fold } from '../../../shared/fold'

/** Words around the thing that say for whom it was bought. */
export interface Cues {
  /** For the company's own office, shop or staff. */
  readonly ownUse: boolean
  /** For a customer's job, a site, a route, the production. */
  readonly directUse: boolean
  readonly selling: boolean
  readonly plant: boolean
  readonly office: boolean
  /** Goods travelling to the company's store. */
  readonly inbound: boolean
  readonly isLease: boolean
}

const ownUse =
  /\b(oficina|oficinas|gerencia|administracion|direccion|corporativo|recepcion|sala de espera|sucursal|reposicion|empleados|personal|colaboradores|mostrador|para la tienda|de la tienda|uso interno|comedor|activos fijos|office|reception|staff|head office|employees|internal use|manager|gerente|director)\b/
const directUse =
  /\b(obra|obras|cliente|clientes|proyecto|unidad|unidades|operador|operadores|ruta|flotilla|tractocamion|tractocamiones|tracto|patio|produccion|planta|lote|site|client|project|customer|production|paciente|pacientes|fleet|driver|batch|huespedes|evento)\b/
const selling =
  /\b(venta|ventas|cliente|clientes|promocion|reparto|entrega|entregas|campana|expo|feria|vendedor|vendedores|comercial|marketing|sales|customer|marketplace|amazon|mercado libre|exhibicion|degustacion|show|delivery)\b/
const plant =
  /\b(planta|produccion|fabrica|taller|bodega|nave|maquina|maquinaria|linea|envasadora|lote|laboratorio|calidad|obrero|obreros|operarios|caldera|horno|almacen|plant|production|factory|warehouse|machine|montacargas)\b/
const office =
  /\b(oficina|administracion|administrativo|contable|contabilidad|nomina|gerencia|legal|fiscal|office|admin|accounting)\b/
const inbound =
  /\b(mercancia|mercancias|producto|productos|materia prima|material|materiales|contenedor|importacion|fob|cif|cubetas|goods|container|inbound|import|raw material|pedido|compra)\b/

/** Reads the cues of a description. */
export function readCues(description: string): Cues {
  const text = fold(description.slice(0, 2_000))
  return {
    ownUse: ownUse.test(text),
    directUse: directUse.test(text),
    selling: selling.test(text),
    plant: plant.test(text),
    office: office.test(text),
    inbound: inbound.test(text),
    isLease: /\b(renta|arrendamiento|local|oficina|inmueble|bodega|consultorio|nave|departamento|premises)\b/.test(
      text,
    ),
  }
}
