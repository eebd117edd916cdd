import type { errors as english } from '../en/errors'

export const errors: Readonly<Record<keyof typeof english, string>> = {
  'error.bug':
    'Algo falló dentro de Quittance. No se perdió nada; los detalles están en el registro. Inténtelo de nuevo.',
  'error.invalid_input': 'No se entendió lo introducido. Revíselo, por favor.',
  'error.engine_gone':
    'El motor se detuvo y está arrancando de nuevo. Su trabajo está guardado; inténtelo en un momento.',
  'error.engine_starting': 'El motor aún está arrancando. Inténtelo en un momento.',
  'error.document_not_found': 'Este documento ya no está en el almacén.',
  'error.invoice_not_found': 'Este documento no contiene ninguna factura.',
  'error.line_not_found': 'Esta línea ya no está en la factura.',
  'error.issue_not_found': 'Esta incidencia ya no está en la factura.',
  'error.vendor_not_found': 'Este proveedor ya no está en la lista.',
  'error.account_not_found': 'No existe esa cuenta en el catálogo. Elija otra.',
  'error.changed_meanwhile': 'La factura cambió entretanto. Se cargó de nuevo; repita el cambio, por favor.',
  'error.not_allowed_in_state': 'No se puede hacer esto en el estado actual del documento.',
  'error.blocking_issues_open': 'Esta factura tiene incidencias abiertas que impiden aprobarla. Resuélvalas primero.',
  'error.value_invalid': 'Este valor no se puede leer. Revise cómo está escrito.',
  'error.nothing_to_undo': 'No hay nada que deshacer en esta factura.',
  'error.nothing_to_redo': 'No hay nada que rehacer en esta factura.',
  'error.already_sent': 'La factura ya está en la contabilidad; aquí ya no se puede cambiar.',
  'error.fix_no_longer_fits': 'La factura cambió y esta sugerencia ya no sirve. Elija de nuevo.',
  'error.store_from_newer_app':
    'Los datos los escribió una versión más nueva de Quittance. Instálela; no se cambió nada.',
  'error.store_migration_broken':
    'Los datos no se pudieron pasar a esta versión. Quedaron como estaban, con una copia al lado.',
  'error.store_disk_full': 'El disco está lleno y no se puede guardar más. Libere espacio; lo guardado está intacto.',
  'error.store_read_only': 'No se puede escribir en la carpeta de datos. Revise los permisos y el disco.',
  'error.store_busy': 'Otro programa está usando los datos. Inténtelo en un momento.',
  'error.store_damaged': 'El archivo de datos está dañado. No se tocó; restaure una copia o pida ayuda.',
  'error.data_folder_in_use': 'Otro Quittance ya está usando esta carpeta de datos.',
  'error.file_unreadable': 'No se pudo abrir el archivo. Revise sus permisos y agréguelo de nuevo.',
  'error.file_vanished': 'El archivo se movió o se borró antes de leerlo. Agréguelo de nuevo.',
  'error.file_too_large': 'El archivo es mayor de lo que Quittance lee. Divídalo y agregue las partes.',
  'error.corrupt_document':
    'El archivo está dañado y no se puede leer. Pídalo de nuevo al emisor o capture la factura a mano.',
  'error.empty_file': 'El archivo está vacío. Pídalo de nuevo al emisor.',
  'error.unsupported_type':
    'Este tipo de archivo no se puede leer. Use PDF, imagen o XML de factura, o capture la factura a mano.',
  'error.unsupported_encryption':
    'El archivo está protegido de un modo que aquí no se puede abrir. Pida una copia sin protección o captúrela a mano.',
  'error.unsupported_feature':
    'El archivo usa algo que aún no se puede leer. Capture la factura a mano o pida otra copia.',
  'error.unsupported_xml_schema': 'Este XML no es un formato de factura que Quittance conozca. Captúrela a mano.',
  'error.xml_not_well_formed': 'El XML está roto y no se puede leer. Pídalo de nuevo al emisor.',
  'error.xml_forbidden_construct':
    'El XML contiene construcciones que ninguna factura necesita y que pueden ser peligrosas; no se leyó.',
  'error.resource_limit': 'El archivo pide más tiempo o memoria de lo permitido. Capture la factura a mano.',
  'error.needs_password': 'El archivo está protegido con contraseña. Escríbala para que se lea.',
  'error.wrong_password': 'Esta contraseña no abre el archivo. Inténtelo de nuevo.',
  'error.worker_crashed':
    'La lectura de este documento falló varias veces del mismo modo. Reintente o capture la factura a mano.',
  'error.worker_timeout': 'La lectura tardó demasiado y se detuvo. Reintente o capture la factura a mano.',
  'error.worker_memory': 'La lectura necesitó demasiada memoria y se detuvo. Capture la factura a mano.',
  'error.ledger_not_connected': 'No hay contabilidad conectada. Conecte BigCapital en Ajustes.',
  'error.ledger_unreachable': 'No se puede llegar a BigCapital. Lo aprobado espera aquí y se enviará cuando responda.',
  'error.ledger_unauthorized': 'BigCapital rechazó la clave. Cree allí una clave de API nueva y conecte otra vez.',
  'error.ledger_refused': 'BigCapital no aceptó la factura. Revísela e inténtelo de nuevo.',
  'error.ledger_throttled': 'BigCapital pidió ir más despacio. El envío sigue solo.',
  'error.ledger_server_error': 'BigCapital tuvo un fallo propio. El envío se reintenta solo.',
  'error.ledger_contract_broken': 'BigCapital respondió de forma inesperada. Revise la dirección y la versión.',
  'error.ledger_bill_conflict': 'BigCapital ya tiene otra factura distinta con este número.',
  'error.ledger_total_differs': 'La factura en BigCapital tiene otro total que la aprobada.',
  'error.ledger_account_missing': 'BigCapital no tiene cuenta para este código y no está permitido crearla.',
  'error.ledger_period_locked': 'El periodo contable de esta factura está cerrado en BigCapital.',
  'error.ledger_currency_mismatch': 'El proveedor en BigCapital usa otra moneda que esta factura.',
  'error.key_store_unavailable':
    'El sistema no ofrece un lugar seguro para la clave y no se guardó. Desbloquee el llavero e inténtelo de nuevo.',
  'error.samples_missing': 'Faltan las facturas de muestra en esta instalación.',
}
