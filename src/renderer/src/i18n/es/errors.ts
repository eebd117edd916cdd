import type { errors as english } from '../en/errors'

export const errors: Readonly<Record<keyof typeof english, string>> = {
  'error.bug':
    'Algo falló dentro de Quittance. No se perdió nada; los detalles están en el registro. Inténtelo de nuevo.',
  'error.invalid_input': 'No se entendió lo introducido. Revíselo, por favor.',
  'error.engine_gone':
    'El motor se detuvo y está arrancando de nuevo. Su trabajo está guardado; inténtelo en un momento.',
  'error.books_closed': 'Entretanto se abrieron otros libros. Pregunte allí de nuevo.',
  'error.engine_starting': 'El motor aún está arrancando. Inténtelo en un momento.',
  'error.document_not_found': 'Este documento ya no está en el almacén.',
  'error.invoice_not_found': 'Este documento no contiene ninguna factura.',
  'error.line_not_found': 'Esta partida ya no está en la factura.',
  'error.issue_not_found': 'Esta incidencia ya no está en la factura.',
  'error.lesson_not_found': 'Esto ya se había olvidado.',
  'error.vendor_not_found': 'Este proveedor ya no está en la lista.',
  'error.fix_no_longer_fits.settled':
    'Esta incidencia ya se cerró{by, select, person { por una persona} other {}} ({as, select, resolved {resuelta} waived {no aplica} skipped {se dejó así} other {cerrada}}). No se cambió nada.',
  'error.fix_no_longer_fits.not_for_this_issue': 'Eso no responde a esta incidencia. No se cambió nada.',
  'error.fix_no_longer_fits.not_asked': 'Ya no se pregunta a nadie por esta incidencia. No se cambió nada.',
  'error.fix_no_longer_fits.changed':
    'La factura cambió entretanto: {change, select, field_changed {{theField} es ahora {to}} line_changed {se cambió una partida} line_added {se añadió una partida} line_removed {se quitó una partida} line_split {se dividió una partida} line_merged {se unieron partidas} line_filled {una partida tomó la diferencia} account_set {se eligieron cuentas} issue_resolved {se cerró una incidencia} document_undone {se deshizo una decisión} other {alguien decidió sobre ella}}. Las opciones mostradas ya están al día.',
  'error.split_does_not_add_up':
    'Las partes suman {computed} {currency} de {total} {currency}: {reason, select, too_little {faltan} other {sobran}} {difference} {currency}. No se cambió nada.',
  'error.split_does_not_add_up.several_open': 'Solo una parte puede quedar vacía para el resto. No se cambió nada.',
  'error.nothing_to_settle': 'No hay allí una incidencia así abierta.',
  'error.nothing_to_fill': 'Las partidas ya suman el neto.',
  'error.nothing_to_fill.no_net': 'La factura no tiene un neto que alcanzar.',
  'error.vendor_tax_id_taken':
    '{name} no puede volver: {holder} ya tiene el identificador fiscal {taxId}. Elija {holder} para esta factura.',
  'error.account_not_found': 'No existe esa cuenta en el catálogo. Elija otra.',
  'error.account_inactive': 'La cuenta {code} ya no está en uso. Elija otra, o actívela en el catálogo.',
  'error.chart_unreadable':
    'Este archivo no se puede leer como lista de cuentas: necesita una fila de títulos con una columna para el código y otra para el nombre. No se importó nada.',
  'error.chart_empty': 'La lista no tiene cuentas. No se importó nada.',
  'error.chart_too_large': 'La lista tiene {count} cuentas; se pueden importar {most} como máximo. No se importó nada.',
  'error.chart_row_incomplete':
    'A la fila {row} le falta {missing, select, code {el código} other {el nombre}}. Complétela e importe de nuevo; no se importó nada.',
  'error.chart_duplicate_code':
    'La cuenta {code} está en las filas {first} y {row}. Cada código puede estar una sola vez; no se importó nada.',
  'error.chart_parent_missing':
    'La cuenta {code} de la fila {row} depende de {parent}, que no está en la lista. No se importó nada.',
  'error.chart_cycle': 'Las cuentas {codes} dependen unas de otras en círculo. No se importó nada.',
  'error.changed_meanwhile': 'La factura cambió entretanto. Se cargó de nuevo; repita el cambio, por favor.',
  'error.not_allowed_in_state': 'No se puede hacer esto en el estado actual del documento.',
  'error.blocking_issues_open':
    '{count, plural, one {Una incidencia impide aprobar. Resuélvala primero.} other {# incidencias impiden aprobar. Resuélvalas primero.}}',
  'error.value_invalid':
    '{reason, select, amount {Esto no es un importe. Escríbalo como 1,234.56 o =1200*0.16.} ambiguous_amount {Este importe se puede leer de dos formas. Escriba los decimales, como 1234.00.} date {Esto no es una fecha. Escríbala como 12/3/2026 o 12 mar.} currency {Esto no es una moneda. Escriba sus tres letras, como MXN.} generic_tax_id {El RFC genérico no identifica a nadie y no puede ser de un proveedor.} taken {El proveedor {name} ya tiene ese RFC o NIF.} tax_rate {La tasa de un impuesto está entre 0 y 200 %.} other {Este valor no se puede leer. Revise cómo está escrito.}}',
  'error.value_invalid.not_a_url': 'Esto no es una dirección web. Escríbala como https://libros.example.com.',
  'error.value_invalid.not_http': 'La dirección debe empezar por https://.',
  'error.value_invalid.not_https': 'Una clave solo puede viajar por https, salvo en este equipo o en una red privada.',
  'error.value_invalid.has_credentials': 'Quite usuario y contraseña de la dirección; basta la clave de API.',
  'error.value_invalid.not_a_key': 'Esto no parece una clave de API. Cópiela otra vez de BigCapital, sin espacios.',
  'error.nothing_to_undo': 'No hay nada que deshacer en esta factura.',
  'error.nothing_to_redo': 'No hay nada que rehacer en esta factura.',
  'error.decided_since': 'Esta factura se cambió de nuevo después. Deshaga primero ese cambio en la factura.',
  'error.file_not_saved': 'No se pudo guardar {fileName} ahí. Elija otro lugar.',
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
  'error.store_disk_low':
    'Solo quedan {free} MB libres en el disco; los documentos nuevos necesitan {needed} MB. No se recibió nada. Libere espacio y agréguelos de nuevo.',
  'error.store_lost_commits':
    'El archivo de datos es anterior a lo que se le confirmó: {missing, plural, one {falta # cambio} other {faltan # cambios}}. No se tocó nada; restaure una copia, o acepte el estado anterior.',
  'error.backup_no_room':
    'No hay espacio para una copia de seguridad: necesita {needed} y hay {free} libres. Libere espacio o elija otra carpeta.',
  'error.backup_unreadable': 'No es una copia de seguridad que Quittance pueda leer. Elija otra.',
  'error.backup_unsound': 'La copia de seguridad está dañada y no se usó. No se cambió nada; elija otra.',
  'error.backup_not_found': 'Esa copia de seguridad ya no está. Elija otra.',
  'error.backup_running': 'Se está haciendo una copia de seguridad. Espere a que termine.',
  'error.backup_folder_inside':
    'Las copias no pueden estar en la carpeta de datos, donde se perderían con los libros. Elija otra carpeta, mejor en otro disco.',
  'error.backup_folder_gone':
    'La carpeta de las copias de seguridad no está: {folder}. Conecte su disco o elija otra carpeta.',
  'error.data_folder_in_use': 'Otro Quittance ya está usando esta carpeta de datos.',
  'error.file_unreadable': 'No se pudo abrir el archivo. Revise sus permisos y agréguelo de nuevo.',
  'error.file_vanished': 'El archivo se movió o se borró antes de leerlo. Agréguelo de nuevo.',
  'error.file_too_large': 'El archivo es mayor de lo que Quittance lee. Divídalo y agregue las partes.',
  'error.corrupt_document':
    'El archivo está dañado y no se puede leer. Pídalo de nuevo al emisor o capture la factura a mano.',
  'error.corrupt_document.signed_envelope':
    'El sobre firmado está dañado y no se puede abrir. Pida el archivo de nuevo al emisor.',
  'error.empty_file': 'El archivo está vacío. Pídalo de nuevo al emisor.',
  'error.unsupported_type':
    'Este tipo de archivo no se puede leer. Use PDF, imagen o XML de factura, o capture la factura a mano.',
  'error.unsupported_encryption':
    'El archivo está protegido de un modo que aquí no se puede abrir. Pida una copia sin protección o captúrela a mano.',
  'error.unsupported_feature':
    'El archivo usa algo que aún no se puede leer. Capture la factura a mano o pida otra copia.',
  'error.unsupported_xml_schema': 'Este XML no es una factura electrónica que conozcamos: su elemento raíz es {root}.',
  'error.xml_not_well_formed':
    'Este XML está dañado en la línea {line}, columna {column}. Pida al proveedor el archivo original.',
  'error.xml_not_well_formed.encoding':
    'El texto de este XML no está escrito en {encoding}, como dice estarlo (línea {line}, columna {column}). Pida al proveedor un archivo corregido.',
  'error.xml_forbidden_construct':
    'Este archivo {name} contiene un {construct} (línea {line}), que no es seguro abrir. Se guardó como llegó. Capture la factura a mano, o pida al proveedor un PDF o una factura electrónica más reciente.',
  'error.resource_limit':
    'El archivo excede lo que se puede leer con seguridad. Capture la factura a mano o pida una copia más sencilla.',
  'error.resource_limit.pixels':
    'La imagen es mayor de lo que se puede leer con seguridad. Pida una copia más pequeña o capture la factura a mano.',
  'error.resource_limit.depth': 'El archivo está anidado más que ninguna factura y no se leyó. Pida el original.',
  'error.resource_limit.page_size':
    'Una página del archivo es demasiado grande para dibujarla. Capture la factura a mano.',
  'error.needs_password': 'El archivo está protegido con contraseña. Escríbala para que se lea.',
  'error.wrong_password': 'Esta contraseña no abre el archivo. Inténtelo de nuevo.',
  'error.worker_crashed':
    'La lectura de este documento falló varias veces del mismo modo. Reintente o capture la factura a mano.',
  'error.worker_timeout': 'La lectura tardó demasiado y se detuvo. Reintente o capture la factura a mano.',
  'error.worker_memory': 'La lectura necesitó demasiada memoria y se detuvo. Capture la factura a mano.',
  'error.model_key_missing': 'No hay ninguna clave guardada para el modelo externo. Introdúzcala en Ajustes.',
  'error.model_unreachable':
    'No se puede alcanzar el modelo externo. Vale lo leído en este equipo; se intentará de nuevo solo.',
  'error.model_unauthorized':
    'El modelo externo rechazó la clave. Cree una nueva con el proveedor e introdúzcala en Ajustes.',
  'error.model_billing':
    'El proveedor del modelo externo detuvo la cuenta: saldo, límite de gasto o suspensión. Resuélvalo allí.',
  'error.model_unknown': 'Este modelo no existe (ya) o no se conoce su precio. Elija otro en Ajustes.',
  'error.model_throttled': 'El modelo externo pidió ir más despacio. Las preguntas siguen solas.',
  'error.model_overloaded': 'El modelo externo está saturado. Las preguntas siguen solas.',
  'error.model_too_large': 'El documento es demasiado grande para el modelo externo. Vale lo leído en este equipo.',
  'error.model_refused_request': 'El modelo externo no aceptó la pregunta. Vale lo leído en este equipo.',
  'error.model_bad_answer': 'El modelo externo no dio una respuesta útil. Vale lo leído en este equipo.',
  'error.model_budget_reached': 'Se agotó el presupuesto del mes para el modelo externo. Vale lo leído en este equipo.',
  'error.model_nothing_to_ask': 'Ningún documento necesita ahora una respuesta del modelo externo.',
  'error.ledger_not_connected': 'No hay contabilidad conectada. Conecte BigCapital en Ajustes.',
  'error.ledger_unreachable': 'No se puede llegar a BigCapital. Lo aprobado espera aquí y se enviará cuando responda.',
  'error.ledger_unauthorized': 'BigCapital rechazó la clave. Cree allí una clave de API nueva y conecte otra vez.',
  'error.ledger_refused': 'BigCapital no aceptó la factura. Revísela e inténtelo de nuevo.',
  'error.ledger_refused.organization_not_ready':
    'La organización en BigCapital aún no está configurada. Termine allí la configuración y conecte.',
  'error.ledger_refused.server_error_twice':
    'BigCapital falló dos veces con esta factura por un error propio. Reintente más tarde o revísela allí.',
  'error.ledger_throttled': 'BigCapital pidió ir más despacio. El envío sigue solo.',
  'error.ledger_server_error': 'BigCapital tuvo un fallo propio. El envío se reintenta solo.',
  'error.ledger_contract_broken': 'BigCapital respondió de forma inesperada. Revise la dirección y la versión.',
  'error.ledger_bill_conflict': 'BigCapital ya tiene otra factura distinta con este número.',
  'error.ledger_total_differs': 'La factura en BigCapital tiene otro total que la aprobada.',
  'error.ledger_account_missing': 'BigCapital no tiene la cuenta {account}. Créela allí o permita crearla en Ajustes.',
  'error.ledger_period_locked': 'El periodo contable de esta factura está cerrado en BigCapital.',
  'error.ledger_exchange_rate_needed':
    'La factura está en {currency} y la contabilidad en {ledgerCurrency}: hace falta un tipo de cambio.',
  'error.ledger_vendor_alike':
    'BigCapital tiene {ledgerVendor}, que puede ser {vendor}. Diga si lo es, para que ningún proveedor esté dos veces.',
  'error.ledger_branch_needed': 'BigCapital pide una sucursal en cada factura. Elija una en los ajustes.',
  'error.ledger_mass_change':
    'De pronto BigCapital muestra {count} de {of} facturas contabilizadas como cambiadas o eliminadas. No se registró nada; revise allí primero y después confirme.',
  'error.ledger_list_empty':
    'BigCapital contestó con una lista vacía donde tiene facturas. No se concluyó nada de ello.',
  'error.ledger_currency_mismatch':
    'La factura está en {currency}, pero los libros en BigCapital están en {ledgerCurrency}.',
  'error.key_store_unavailable':
    'El sistema no ofrece un lugar seguro para la clave y no se guardó. Desbloquee el almacén de claves e inténtelo de nuevo.',
  'error.update_unreachable': 'El servidor de actualizaciones no responde. Nada cambió; inténtelo más tarde.',
  'error.update_unsigned': 'La actualización no lleva la firma de los autores de Quittance. No se descargó.',
  'error.update_wrong_signature': 'La firma de la actualización no es la de los autores de Quittance. No se descargó.',
  'error.update_older': 'El servidor ofrece una versión anterior a esta. No se descargó.',
  'error.update_damaged': 'La actualización llegó dañada o incompleta. Se desechó; inténtelo de nuevo.',
  'error.update_no_space':
    'No hay espacio para la actualización y una copia de los libros. Libere espacio en el disco e inténtelo de nuevo.',
  'error.update_rehearsal_failed':
    'La nueva versión no pudo trabajar con una copia de sus libros. No se instaló; los libros no se tocaron.',
  'error.update_unsound':
    'Con una copia de sus libros la nueva versión perdió o dañó algo. No se instaló; los libros no se tocaron.',
  'error.update_not_installed': 'No se pudo poner en su sitio la nueva versión. Se sigue con esta.',
  'error.update_not_gone_back': 'No se pudo poner en su sitio la versión anterior. Se sigue con esta y sus libros.',
  'error.update_nothing_kept': 'No hay una versión anterior a la que volver.',
  'error.samples_missing': 'Faltan las facturas de muestra en esta instalación.',
  'error.store_not_migrated':
    'Estos libros se abrieron por última vez con una versión anterior. Ábralos una vez en la aplicación.',
  'error.store_not_durable':
    'La base de datos no puede garantizar que el trabajo guardado sobreviva a un corte de luz en este equipo, así que no se abrió nada.',
  'error.ledger_credit_note_unsupported':
    'Las notas de crédito aún no se pueden enviar al sistema contable. Captúrela allí a mano y luego rechácela aquí con esa nota.',
  'error.ledger_other_organization':
    'Esta clave pertenece a otra organización y {unsettled, plural, one {# factura enviada} other {# facturas enviadas}} a la actual aún sin confirmar. Espere a que se confirmen; de lo contrario podrían contabilizarse dos veces.',
  'error.bill_incomplete': 'No se puede generar la factura contable: falta {theField} o no es utilizable.',
  'error.bill_not_balanced':
    'Las partidas y los impuestos difieren del total en {difference} {currency}; no se envió nada.',
  'error.person_not_found': 'Esta persona ya no trabaja aquí.',
  'error.person_name_taken': '{name} ya existe. Dé a cada persona un nombre propio.',
  'error.person_needed_by_rule': 'La regla «{rule}» asigna documentos a esta persona. Cámbiela o desactívela primero.',
  'error.policy_needed_by_rule':
    'La regla «{rule}» encamina documentos a esta política. Cámbiela o desactívela primero.',
  'error.policy_not_in_use':
    'La regla encamina a la política «{policy}», que está desactivada o no pregunta a nadie. Actívela, dele personas o elija otra.',
  'error.person_needed_by_policy':
    'La política de aprobación «{policy}» no puede prescindir de esta persona. Cambie antes la política.',
  'error.absence_impossible':
    'El último día no puede ser anterior al primero, y debe sustituir otra persona que trabaje aquí.',
  'error.rule_not_found': 'Esta regla se quitó entretanto.',
  'error.rule_contradicts_itself':
    'Una regla puede poner en espera, aprobar, rechazar o apartar un documento, pero solo una de esas cosas; asigna una cuenta, una persona y una política, y no aprueba lo que encamina a personas.',
  'error.rule_matches_everything':
    'Esta regla afecta a {count, plural, one {# documento recibido} other {los # documentos recibidos}} hasta ahora. Confirme que se refiere a todos.',
  'error.policy_not_found': 'Esta política de aprobación se quitó entretanto.',
  'error.policy_impossible': 'Nadie podría cumplir nunca esta política.',
  'error.policy_impossible.no_people':
    'Nadie podría cumplir nunca esta política: aquí nadie tiene nombre todavía. Agregue personas en Ajustes.',
  'error.policy_impossible.nobody_left_for_step':
    'Nadie podría cumplir nunca esta política: ninguna de las personas del paso {step} trabaja aquí.',
  'error.policy_impossible.too_few_people':
    'Nadie podría cumplir nunca esta política: cada uno de sus {step} pasos necesita a otra persona y hay muy pocas.',
  'error.policy_impossible.four_eyes_one_person':
    'Con cuatro ojos nunca se podría aprobar lo que haya cambiado el único aprobador. Nombre a otra persona más.',
  'error.template_invalid': 'Estos pasos no se pueden usar.',
  'error.template_invalid.form': 'Estos pasos no se pueden usar: «{where}» no tiene un valor válido.',
  'error.template_invalid.unknown_step': 'Estos pasos no se pueden usar: no existe el paso «{step}».',
  'error.template_invalid.step_twice': 'Estos pasos no se pueden usar: «{step}» aparece dos veces.',
  'error.template_invalid.cycle': 'Estos pasos se esperan unos a otros en círculo: «{step}» nunca empezaría.',
  'error.template_invalid.gap': '«{step}» trabaja con lo que halla «{needs}», y ese paso está desactivado o falta.',
  'error.template_invalid.indispensable':
    '«{step}» no se puede desactivar: un documento nunca llegaría a ninguna parte.',
  'error.template_invalid.after_decision':
    '«{step}» es para documentos que ya llegaron: debe ir después de Clasificando.',
  'error.template_invalid.before_decision':
    '«{step}» debe hacerse antes de que Clasificando decida adónde va el documento.',
  'error.template_invalid.cannot_continue':
    'Nada puede seguir si «{step}» ha fallado. Elija parar o apartar el documento.',
  'error.template_not_found': 'Estos pasos ya no existen.',
  'error.step_timeout': 'Tardó más de los {seconds} segundos permitidos y se deshizo.',
  'error.step_not_possible': '«{step}» no se puede hacer ahora: está desactivado o falta aquello con lo que trabaja.',
  'error.approval_refused': 'La política de aprobación «{policy}» no permite esta aprobación.',
  'error.approval_refused.no_person': 'La política «{policy}» pide personas: espera a {waitsFor}.',
  'error.approval_refused.not_asked': 'La política «{policy}» no le pregunta a usted: espera a {waitsFor}.',
  'error.approval_refused.already_approved': 'Usted ya aprobó este documento; espera a {waitsFor}.',
  'error.approval_refused.needed_later':
    'Usted hace falta en un paso posterior de «{policy}»; este espera a {waitsFor}.',
  'error.approval_refused.missing': 'Faltan aprobaciones de «{policy}»; espera a {waitsFor}.',
}
