import type { issues as english } from '../en/issues'

export const issues: Readonly<Record<keyof typeof english, string>> = {
  'issue.missing_required_field.name': 'Falta un dato',
  'issue.missing_required_field.title': 'Falta {theField}',
  'issue.missing_required_field.cause':
    'No se encontró {theField} en el documento. Sin este dato no hay factura contable.',
  'issue.low_confidence.name': 'Lectura poco segura',
  'issue.low_confidence.title': 'Revise {theField}: {value}',
  'issue.low_confidence.cause':
    '{field} se leyó como {value} con un {percent, number, ::percent scale/0.01} de seguridad. {others, plural, =0 {Compárelo con la página.} one {Se encontró otro valor.} other {Se encontraron otros # valores.}}',
  'issue.total_mismatch.name': 'Total no coincide',
  'issue.total_mismatch.title':
    'El total es {difference} {currency} {direction, select, more {mayor} other {menor}} que neto más impuesto',
  'issue.total_mismatch.cause':
    'Neto {net} + impuesto {tax} = {computed} {currency}; el documento dice {total} {currency}.',
  'issue.total_mismatch.cause.withheld':
    'Neto {net} + impuesto {tax} − retenido {withheld} = {computed} {currency}; el documento dice {total} {currency}.',
  'issue.line_mismatch.name': 'Partida no coincide',
  'issue.line_mismatch.title': 'La partida {line} difiere en {difference} {currency}',
  'issue.line_mismatch.cause':
    'Partida {line}: {quantity} × {unitPrice} = {computed} {currency}; el documento dice {printed} {currency}.',
  'issue.line_mismatch.title.several':
    '{count, plural, one {# partida no cuadra} other {# partidas no cuadran}} con cantidad por precio',
  'issue.line_mismatch.cause.several':
    'En {count} partidas (la primera es la {line}) cantidad por precio no da el importe; suele ser un descuento o precios con impuesto.',
  'issue.lines_net_mismatch.name': 'Partidas y neto difieren',
  'issue.lines_net_mismatch.title':
    'Las partidas suman {difference} {currency} {direction, select, more {más} other {menos}} que el neto',
  'issue.lines_net_mismatch.cause': 'Las partidas suman {lines} {currency}; el neto es {net} {currency}.',
  'issue.lines_net_mismatch.title.gross': 'Las partidas incluyen {difference} {currency} de impuesto',
  'issue.lines_net_mismatch.cause.gross':
    'Las partidas suman {lines} {currency}, el total con impuesto. La factura contable quedaría {difference} {currency} de más.',
  'issue.rounding_difference.name': 'Redondeo',
  'issue.rounding_difference.title': 'Redondeo de {difference} {currency}',
  'issue.rounding_difference.cause':
    'Neto e impuesto dan {computed} {currency} y el documento dice {total} {currency}: {difference} {currency} de redondeo, dentro de lo permitido.',
  'issue.rounding_difference.cause.tolerated':
    'Neto e impuesto dan {computed} {currency}, el documento dice {total} {currency}. A este proveedor se le aceptaron antes hasta {tolerated} {currency} (la última vez en el n.º {taughtBy}); los {difference} {currency} serán una partida de redondeo de la factura.',
  'issue.rounding_difference.cause.tolerated_lines':
    'Las partidas suman {lines} {currency}, el neto es {net} {currency}. A este proveedor se le aceptaron antes hasta {tolerated} {currency} (la última vez en el n.º {taughtBy}); los {difference} {currency} serán una partida de redondeo de la factura.',
  'issue.format_invalid.name': 'Formato incorrecto',
  'issue.format_invalid.title': '{field} {value} no tiene forma válida',
  'issue.format_invalid.cause': 'Lo leído como {theField} no puede ser correcto tal como está.',
  'issue.format_invalid.title.wrong_check_digit': '{field} {value}: no cuadra el dígito verificador',
  'issue.format_invalid.title.date_in_future': '{field} {value} está en el futuro',
  'issue.format_invalid.cause.wrong_form': '{value} no puede ser un RFC o NIF: probablemente se leyó mal un carácter.',
  'issue.format_invalid.cause.wrong_check_digit':
    'El último dígito de {value} contradice a los demás. Probablemente se leyó mal un carácter; hay pocos registros así.',
  'issue.format_invalid.cause.date_in_future':
    'Una factura con fecha {value} aún no puede existir. Quizá el día y el mes estén invertidos.',
  'issue.vendor_no_match.name': 'Proveedor desconocido',
  'issue.vendor_no_match.title': '{name} aún no es proveedor',
  'issue.vendor_no_match.cause': 'Ningún proveedor tiene este nombre o RFC. Créelo o elija otro.',
  'issue.vendor_no_match.cause.with_tax_id':
    'Ningún proveedor tiene el RFC o NIF {taxId}, y ninguno se llama «{name}».',
  'issue.vendor_no_match.cause.name_only': 'Ningún proveedor se llama «{name}» y el documento no muestra RFC ni NIF.',
  'issue.vendor_similar.name': 'Proveedor parecido',
  'issue.vendor_similar.title': '{name} se parece a {similarName}',
  'issue.vendor_similar.cause': 'Hay un proveedor de nombre parecido. Decida si es el mismo.',
  'issue.vendor_similar.title.tax_id_differs': '{name} con otro RFC o NIF',
  'issue.vendor_similar.cause.name_similar':
    'El documento dice {name}; usted conoce a {similarName}. Decida si es el mismo proveedor.',
  'issue.vendor_similar.cause.tax_id_slip':
    'El RFC o NIF {taxId} difiere en un carácter de {similarTaxId} de {similarName}: probablemente se leyó mal.',
  'issue.vendor_similar.cause.tax_id_differs':
    'Usted conoce a {similarName} con {similarTaxId}; este documento dice {taxId}. Confírmelo con el proveedor por un teléfono conocido antes de pagar.',
  'issue.duplicate_found.name': 'Duplicado',
  'issue.duplicate_found.title': '¿La misma factura que #{intakeNumber}?',
  'issue.duplicate_found.cause': 'Otro documento parece la misma factura. Compárelos.',
  'issue.duplicate_found.cause.uuid': 'El documento #{intakeNumber} tiene el mismo folio fiscal: es la misma factura.',
  'issue.duplicate_found.cause.number':
    'El documento #{intakeNumber} de este proveedor tiene el mismo número {number} en el mismo año ({issueDate}, {total} {currency}).',
  'issue.duplicate_found.cause.total_date':
    'El documento #{intakeNumber} de este proveedor tiene el mismo total y fecha ({total} {currency}, {issueDate}).',
  'issue.account_needed.name': 'Cuenta no segura',
  'issue.account_needed.title': 'Cuenta no segura',
  'issue.account_needed.cause': 'Una partida aún no tiene cuenta contable confirmada.',
  'issue.account_needed.title.missing':
    '{count, plural, one {La partida {line} necesita cuenta} other {# partidas necesitan cuenta}}',
  'issue.account_needed.title.unsure':
    '{count, plural, one {¿Cuenta {account} para la partida {line}?} other {¿Cuenta {account} para # partidas?}}',
  'issue.account_needed.cause.missing':
    '{count, plural, one {Nada indica con seguridad a qué cuenta va «{description}».} other {Nada indica con seguridad a qué cuenta van «{description}» y otras: {count} partidas en total.}}',
  'issue.account_needed.cause.unsure': '«{description}» probablemente va a {account} {accountName}.',
  'issue.account_needed.title.inactive':
    '{count, plural, one {La cuenta {unusable} de la partida {line} ya no está en uso} other {La cuenta {unusable} de # partidas ya no está en uso}}',
  'issue.account_needed.cause.inactive':
    '«{description}» se decidió para {unusable}, que el catálogo vigente no tiene o que se desactivó. Elija otra cuenta.',
  'issue.cfdi_codes_contradict.name': 'Claves del CFDI contradictorias',
  'issue.cfdi_codes_contradict.title':
    '{variant, select, payment {Las claves de pago se contradicen} other {El uso indicado contradice la cuenta}}',
  'issue.cfdi_codes_contradict.cause':
    '{variant, select, investment {El proveedor indica el uso {use}, una inversión; {count, plural, one {la partida {line} va} other {# partidas van}} al gasto {account} {accountName}.} expense {El proveedor indica el uso {use}, gastos en general; {count, plural, one {la partida {line} va} other {# partidas van}} al activo {account} {accountName}.} other {El proveedor indica el método {plan} con la forma de pago {means}; {plan, select, PPD {lo que se paga después lleva 99 (por definir)} other {99 (por definir) solo va con PPD}}. De ello depende si el impuesto es acreditable ya.}}',
  'issue.not_payable.name': 'No es por pagar',
  'issue.not_payable.title':
    '{variant, select, payment {Un comprobante de pago, no una factura} payroll {Un recibo de nómina, no una factura} transport {Un documento de traslado, no una factura} withholding_certificate {Una constancia de retenciones, no una factura} quote {Una cotización, no una factura} statement {Un estado de cuenta o un recordatorio, no una factura} order {Un pedido, no una factura} delivery_note {Una remisión, no una factura} receipt {Un recibo: probablemente ya pagado} own_invoice {Una factura nuestra} other {No es una factura por pagar}}',
  'issue.not_payable.cause':
    'Los documentos de este tipo no se pagan. Rechácelo, o trátelo como factura si se leyó mal.',
  'issue.not_payable.cause.receipt':
    'Un recibo suele documentar algo ya pagado. Regístrelo como factura solo si aún se debe.',
  'issue.not_payable.cause.own_invoice':
    'El RFC o NIF del emisor es el de su empresa: usted emitió esta factura, no se la cobran.',
  'issue.xml_page_disagree.name': 'Página y XML difieren',
  'issue.xml_page_disagree.title': '{field}: la página y el archivo no coinciden',
  'issue.xml_page_disagree.cause': 'La página muestra otro valor que el XML incluido. Vale el XML; verifique ambos.',
  'issue.xml_page_disagree.cause.differs':
    'El archivo incluido dice {xml} y la página muestra {page}. Legalmente cuenta el archivo; la página es lo que se quiso mostrar.',
  'issue.xml_page_disagree.cause.not_on_page': 'El archivo incluido dice {xml}; la página no lo muestra.',
  'issue.unreadable.name': 'Ilegible',
  'issue.unreadable.title': 'El documento no se puede leer',
  'issue.unreadable.cause': 'No se pudo leer el archivo. Se conserva como se recibió.',
  'issue.unreadable.title.no_invoice': 'No se encontró ninguna factura',
  'issue.unreadable.cause.no_invoice':
    'El documento se pudo leer, pero no se encontró número, fecha ni importe de una factura.',
  'issue.unreadable.title.page_failed': 'No se pudo leer la página {page}',
  'issue.unreadable.cause.page_failed':
    'No se pudo leer la página {page}; las demás cuentan. Revise si contiene importes.',
  'issue.unreadable.title.page_unchecked': 'No se pudo comprobar si la página {page} tiene texto oculto',
  'issue.unreadable.cause.page_unchecked':
    'No se pudo averiguar a tiempo si el texto de la página {page} se ve en la página. Compare sus importes con la imagen.',
  'issue.unreadable.title.text_layer_disagrees': 'El texto de la página {page} no es el que se ve',
  'issue.unreadable.cause.text_layer_disagrees':
    'El texto dentro del archivo dice {text}; en la página se ve «{picture}». Léalo otra vez como imagen y pregunte al proveedor si no lo esperaba.',
  'issue.unreadable.title.pages_left_out': 'Se omitieron páginas',
  'issue.unreadable.cause.pages_left_out':
    'El documento es más largo de lo que se lee: se leyeron {read} páginas y se omitieron {count}.',
  'issue.unreadable.title.empty_file': 'El archivo está vacío',
  'issue.unreadable.title.unsupported_type': 'No es un tipo de archivo legible',
  'issue.unreadable.title.corrupt_document': 'El archivo está dañado',
  'issue.unreadable.title.xml_not_well_formed': 'El XML está dañado',
  'issue.unreadable.title.xml_forbidden_construct': 'No es seguro leer el XML',
  'issue.unreadable.title.unsupported_xml_schema': 'Formato de factura desconocido',
  'issue.unreadable.title.unsupported_encryption': 'Protegido de un modo que no se puede abrir',
  'issue.unreadable.title.resource_limit': 'Demasiado grande para leerlo con seguridad',
  'issue.needs_password.name': 'Pide contraseña',
  'issue.needs_password.title': 'Protegido con contraseña',
  'issue.needs_password.cause': 'El archivo solo se abre con su contraseña.',
  'issue.needs_password.title.wrong_password': 'Esa contraseña no lo abrió',
  'issue.processing_failed.name': 'Falló la lectura',
  'issue.processing_failed.title': 'Falló la lectura',
  'issue.processing_failed.cause': 'No se pudo procesar el documento. Se conserva como se recibió.',
  'issue.processing_failed.title.worker_timeout': 'La lectura tardó demasiado',
  'issue.processing_failed.title.worker_memory': 'La lectura necesitó demasiada memoria',
  'issue.processing_failed.title.step': 'Falló un paso: {step}',
  'issue.post_failed.name': 'No aceptada',
  'issue.post_failed.title': 'La contabilidad no la aceptó',
  'issue.post_failed.cause': 'No se pudo contabilizar la factura.',
  'issue.post_failed.title.ledger_total_differs': 'BigCapital muestra otro total',
  'issue.post_failed.title.ledger_bill_conflict': 'BigCapital tiene otra factura con este número',
  'issue.post_failed.title.ledger_account_missing': 'Falta la cuenta {account} en BigCapital',
  'issue.post_failed.title.ledger_currency_mismatch': 'BigCapital usa otra moneda',
  'issue.post_failed.title.ledger_exchange_rate_needed': 'Falta el tipo de cambio',
  'issue.post_failed.title.ledger_vendor_alike': '¿Es {ledgerVendor} el mismo proveedor?',
  'issue.post_failed.title.ledger_branch_needed': 'BigCapital pide una sucursal',
  'issue.post_failed.title.ledger_credit_note_unsupported': 'Aún no se contabilizan notas de crédito',
  'issue.post_failed.title.bill_not_balanced': 'Partidas e impuestos no dan el total',
  'issue.exchange_rate_needed.name': 'Falta el tipo de cambio',
  'issue.exchange_rate_needed.title': '¿Qué tipo de cambio para {currency}?',
  'issue.exchange_rate_needed.cause':
    'La factura está en {currency}, BigCapital lleva la contabilidad en {ledgerCurrency} y el documento no indica tipo de cambio. Escriba cuántos {ledgerCurrency} vale un {currency}.',
  'issue.ledger_drift.name': 'Cambiada en la contabilidad',
  'issue.ledger_drift.title': 'Cambiada en la contabilidad',
  'issue.ledger_drift.cause': 'La factura en la contabilidad ya no es igual a la aprobada aquí.',
  'issue.ledger_drift.title.gone': 'La factura {billNumber} se eliminó en BigCapital',
  'issue.ledger_drift.title.changed': 'La factura {billNumber} se cambió en BigCapital',
  'issue.ledger_drift.title.doubled': 'BigCapital tiene {billNumber} más de una vez',
  'issue.ledger_drift.cause.gone':
    'La factura se contabilizó con el número {ledgerId} y ya no está. Contabilícela de nuevo o acepte que ya no está.',
  'issue.ledger_drift.cause.changed':
    'Contabilizado: {before}. Ahora: {after}.{by, select, unknown {} other { BigCapital nombra ahora a su usuario n.º {by}.}} Acepte el cambio o haga que BigCapital diga otra vez lo contabilizado.',
  'issue.ledger_drift.cause.doubled':
    'Dos registros llevan este número en BigCapital ({ledgerIds}). No se eliminó nada; quite allí el que sobra.',
  'issue.description_unclear.name': 'Descripción poco clara',
  'issue.description_unclear.title': 'La partida {line} no dice qué se compró',
  'issue.description_unclear.title.several': '{count} partidas no dicen qué se compró',
  'issue.description_unclear.cause':
    '«{description}» no dice nada del bien o servicio. Descríbalo o déjelo como está impreso.',
  'issue.description_unclear.cause.empty':
    'La partida {line} tiene importe y ninguna palabra. Descríbala o déjela como está impresa.',
  'issue.description_unclear.cause.several':
    'La primera es la partida {line}. Después nadie sabrá por qué fueron a sus cuentas.',
  'issue.vendor_details_changed.name': 'Cambiaron datos del proveedor',
  'issue.vendor_details_changed.title': 'Cambiaron datos de {name}',
  'issue.vendor_details_changed.title.bank_account': '{name} indica otra cuenta bancaria',
  'issue.vendor_details_changed.title.tax_id': '{name} escribe otro identificador fiscal',
  'issue.vendor_details_changed.list': 'Cambiaron datos del proveedor',
  'issue.vendor_details_changed.cause': 'La factura dice del proveedor algo distinto de lo registrado.',
  'issue.vendor_details_changed.cause.bank_account':
    'Esta factura pide el pago en {account}; {count, plural, one {las facturas aprobadas indicaban {known}} other {las facturas aprobadas indicaban {known} y # cuentas en total}}. Llame al proveedor a un número que ya conozca antes de pagar.',
  'issue.vendor_details_changed.cause.tax_id': 'La factura dice {taxId}; el registrado es {known}.',
  'issue.tax_account_needed.name': 'Impuesto sin cuenta',
  'issue.tax_account_needed.title': 'Sin cuenta para «{name}»',
  'issue.tax_account_needed.cause':
    '{amount} {currency} de «{name}» irían al gasto con la partida mayor: nadie indicó una cuenta para este impuesto.',
  'issue.tax_account_needed.cause.not_in_chart':
    'Su catálogo no tiene cuenta para el código agrupador {account}, al que van {amount} {currency} de «{name}»; la contabilidad rechazaría la factura. Importe de nuevo el catálogo con ese código en una de sus cuentas, o elija la cuenta de este impuesto en los ajustes de BigCapital.',
  'issue.period_locked.name': 'Periodo cerrado',
  'issue.period_locked.title': 'Fechada en un periodo cerrado',
  'issue.period_locked.cause': 'La factura tiene fecha {value}; los libros están cerrados hasta el {lockedTo}.',
  'issue.period_locked.title.ledger_period_locked': 'El periodo está cerrado en BigCapital',
  'issue.period_locked.cause.ledger_period_locked':
    'Las compras están cerradas hasta el {lockedTo} en BigCapital. Abra allí el periodo o corrija la fecha y vuelva a contabilizarla.',
  'issue.suspicious_text.name': 'Texto sospechoso',
  'issue.suspicious_text.title': 'Texto dirigido a un programa',
  'issue.suspicious_text.title.hidden': 'Texto oculto dirigido a un programa',
  'issue.suspicious_text.title.hidden_values': 'Valores en la página {page} que nadie puede ver',
  'issue.suspicious_text.cause':
    'El documento dice «{quote}». Las facturas no hablan con programas; no se siguió nada de eso. Compruebe quién la envió.',
  'issue.suspicious_text.cause.hidden':
    'La página {page} dice «{quote}» donde ningún ojo lo ve. No se siguió nada de eso. Alguien hizo este documento para engañar: compruebe quién lo envió.',
  'issue.suspicious_text.cause.hidden_values':
    'La página {page} contiene importes o números de cuenta en texto que no se ve. No se usaron.',
  'issue.format_invalid.title.iban': 'IBAN {value}: los dígitos de control no cuadran',
  'issue.format_invalid.cause.iban':
    'Los dígitos de control de {value} contradicen el resto. Nadie debería pagar a ese número tal como está.',
  'issue.format_invalid.title.currency': '{value} no es una moneda',
  'issue.format_invalid.cause.currency':
    'Ninguna moneda tiene las letras {value} (ISO 4217). No se puede contabilizar una factura en ella; probablemente hay dos letras cambiadas de orden o una equivocada.',
  'issue.other.title': 'Pide una mirada',
  'issue.other.cause': 'Algo en este documento pide la mirada de una persona.',
  'issue.rejection_proposed.name': 'Rechazo propuesto',
  'issue.rejection_proposed.title': 'La regla «{rule}» rechazaría este documento',
  'issue.rejection_proposed.list': '¿Rechazar? {rule}',
  'issue.rejection_proposed.cause':
    'Su motivo (versión {version}): {because}. Nada se rechaza hasta que usted lo diga.',
  'issue.several_invoices.name': 'Varias facturas',
  'issue.several_invoices.title': 'Parecen varias facturas',
  'issue.several_invoices.cause':
    'Las páginas parecen {count} facturas; las demás empiezan en la página {starts}. Si se aprueba como una sola, las otras no se pagarían.',
  'issue.unreadable.title.more_invoices': 'Más facturas en este archivo',
  'issue.unreadable.cause.more_invoices': 'El archivo contiene {count} facturas; aquí solo se muestra la primera.',
  'issue.vendor_no_match.list': 'Aún no es proveedor',
  'issue.vendor_similar.list': 'Se parece a {similarName}',
  'issue.vendor_similar.list.tax_id_differs': 'Nombre conocido, otro RFC o NIF',
  'issue.low_confidence.list': '{field}: lectura dudosa',
  'issue.post_failed.cause.ledger_refused':
    'BigCapital no aceptó la factura {billNumber} ({type}). No se registró nada.',
  'issue.post_failed.cause.ledger_bill_conflict':
    '{reason, select, other_document {La factura {billNumber} de BigCapital ya pertenece al documento {intakeNumber}: parece que la misma factura está aquí dos veces.} vendor {BigCapital tiene {billNumber} con otro proveedor.} total {BigCapital tiene {billNumber} por {ledgerTotal} {currency}; esta factura dice {total} {currency}.} draft {BigCapital tiene {billNumber} como borrador. Ábralo o elimínelo allí y vuelva a registrar.} vanished {La factura {billNumber} se encontró en BigCapital y luego ya no estaba. Vuelva a registrar.} other {BigCapital dice que {billNumber} existe, pero no la muestra.}}',
  'issue.post_failed.cause.ledger_total_differs':
    '{stands, select, draft {Un borrador de {billNumber} en BigCapital suma {ledgerTotal} {currency} en lugar de {total} {currency}. No está en ninguna cuenta. Corríjalo o elimínelo y contabilice de nuevo: nada se envía dos veces.} deleted {BigCapital sumó {billNumber} como {ledgerTotal} {currency} en lugar de {total} {currency}. El borrador se eliminó; nada de ella está en BigCapital.} other {BigCapital registró {billNumber} por {ledgerTotal} {currency} en lugar de {total} {currency}. Corrija la factura allí y vuelva a registrar: nada se envía dos veces.}}',
  'issue.post_failed.cause.ledger_account_missing':
    'BigCapital no tiene cuenta para {account} y no se puede crear allí. Créela en BigCapital (o permita que Quittance cree cuentas, en Ajustes) y vuelva a registrar.',
  'issue.post_failed.cause.ledger_exchange_rate_needed':
    'La factura está en {currency} y BigCapital lleva la contabilidad en {ledgerCurrency}. Devuélvala a revisión, escriba el tipo de cambio y apruébela de nuevo. No se contabilizó nada.',
  'issue.post_failed.cause.ledger_vendor_alike':
    'BigCapital no tiene {vendor}, pero sí {ledgerVendor}. No se contabilizó nada ni se creó ningún proveedor.',
  'issue.post_failed.cause.ledger_branch_needed':
    'Esta organización trabaja con sucursales. Elija una en los ajustes (lo usual es {suggested}) y envíela de nuevo. No se contabilizó nada.',
  'issue.post_failed.cause.ledger_currency_mismatch':
    'La factura está en {currency}; BigCapital lleva sus libros en {ledgerCurrency} y haría falta un tipo de cambio, que aún no se puede indicar. Capture esta factura allí a mano.',
  'issue.post_failed.cause.bill_incomplete':
    'No se puede generar la factura: falta {theField} o no es utilizable. Devuelva la factura a revisión y complétela.',
  'issue.post_failed.cause.bill_not_balanced':
    'Las partidas y los impuestos difieren del total en {difference} {currency}. No se envió nada. Devuelva la factura a revisión.',
  'issue.post_failed.cause.ledger_server_error': 'BigCapital falló dos veces al preparar esta factura ({call}).',
  'issue.post_failed.cause.bug': 'Quittance falló con esta factura. El registro indica dónde.',
  'issue.tax_mismatch.name': 'El impuesto no cuadra',
  'issue.tax_mismatch.title': 'Los impuestos no cuadran',
  'issue.tax_mismatch.title.sum':
    'El impuesto es {difference} {currency} {direction, select, more {mayor} other {menor}} que sus partes',
  'issue.tax_mismatch.title.withheld_sum':
    'La retención es {difference} {currency} {direction, select, more {mayor} other {menor}} que sus partes',
  'issue.tax_mismatch.title.rate': '«{name}» no es el {rate, number, ::percent scale/0.01 .######} de su base',
  'issue.tax_mismatch.cause': 'El resumen de impuestos del documento se contradice.',
  'issue.tax_mismatch.cause.sum':
    'Los renglones del resumen de impuestos suman {computed} {currency}; el total de impuestos dice {told} {currency}.',
  'issue.tax_mismatch.cause.withheld_sum':
    'Los renglones de retenciones suman {computed} {currency}; su total dice {told} {currency}.',
  'issue.tax_mismatch.cause.rate':
    'El {rate, number, ::percent scale/0.01 .######} de {base} es {computed} {currency}; el documento dice {told} {currency}.',
  'issue.payable_mismatch.name': 'El importe a pagar no cuadra',
  'issue.payable_mismatch.title': 'El importe a pagar difiere en {difference} {currency}',
  'issue.payable_mismatch.cause': 'El documento pide {payable} {currency}; de su total resultan {computed} {currency}.',
  'issue.payable_mismatch.cause.advances':
    'Total {total} − anticipo {prepaid} + redondeo {rounding} = {computed} {currency}; el documento pide {payable} {currency}.',
  'issue.payable_mismatch.cause.withheld':
    'Los plazos suman {payable} {currency}; el total menos lo retenido es {computed} {currency}.',
  'issue.future_or_old_date.name': 'Fecha inusual',
  'issue.future_or_old_date.title': 'Con fecha {value}',
  'issue.future_or_old_date.title.future': 'Con fecha {value}, en el futuro',
  'issue.future_or_old_date.title.old': 'Con fecha {value}: hace {years} años',
  'issue.future_or_old_date.cause': 'La fecha de la factura es inusual. Compruebe si puede ser correcta.',
  'issue.not_addressed_to_us.name': 'Dirigida a otra empresa',
  'issue.not_addressed_to_us.title': 'No está dirigida a su empresa',
  'issue.not_addressed_to_us.cause': 'El RFC o NIF del comprador {taxId} no es de su empresa.',
  'issue.not_addressed_to_us.cause.other': 'La factura es para {name} ({taxId}); ese RFC o NIF no es de su empresa.',
  'issue.not_addressed_to_us.cause.generic':
    'La factura está emitida al RFC genérico {taxId}: por regla general no es deducible. Pida una a nombre de su empresa.',
  'issue.credit_note_unlinked.name': 'Nota de crédito sin factura',
  'issue.credit_note_unlinked.title': '¿Qué factura corrige?',
  'issue.credit_note_unlinked.cause': 'La nota de crédito no dice a qué factura se refiere.',
  'issue.seal_broken.name': 'El sello no corresponde',
  'issue.seal_broken.title': 'El sello no corresponde al documento',
  'issue.seal_broken.cause':
    'El sello digital del emisor no corresponde a lo que dice el archivo. Verifique el folio fiscal en el SAT antes de pagar.',
  'issue.seal_broken.title.owner': 'El certificado es de otra empresa',
  'issue.seal_broken.cause.owner':
    'El archivo está sellado con un certificado de {owner}, pero el emisor es {seller}. Verifique el folio fiscal con el SAT antes de pagar.',
  'issue.seal_broken.title.number': 'El archivo contiene otro certificado que el que nombra',
  'issue.seal_broken.cause.number':
    'La factura nombra el certificado {declared}; el que contiene el archivo tiene el número {serial}.',
  'issue.seal_broken.title.certificate': 'El certificado del emisor no era válido',
  'issue.seal_broken.cause.certificate':
    'La factura es del {date}; el certificado con que está sellada es válido del {from} al {until}.',
  'issue.xml_page_disagree.cause.attached':
    'La factura electrónica dice {xml}; la página adjuntada como #{attached} muestra {page}. Vale la factura electrónica.',
}
