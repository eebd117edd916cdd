import type { suggestions as english } from '../en/suggestions'

export const suggestions: Readonly<Record<keyof typeof english, string>> = {
  'suggestion.set_field': 'Usar {value}',
  'suggestion.choose_vendor': 'Es {name}',
  'suggestion.create_vendor': 'Crear el proveedor {name}',
  'suggestion.set_account': 'Usar la cuenta {code} {name}',
  'suggestion.add_line': 'Agregar una línea de {amount}',
  'suggestion.mark_duplicate': 'Es la misma factura que la n.º {intakeNumber}',
  'suggestion.reject': 'Rechazar este documento',
  'suggestion.waive': 'Aquí no aplica',
  'suggestion.skip': 'Dejarlo como está',
  'suggestion.edit_field': 'Editar a mano…',
  'suggestion.edit_account': 'Elegir una cuenta…',
  'suggestion.enter_password': 'Escribir la contraseña…',
  'suggestion.enter_by_hand': 'Capturar la factura a mano…',
  'suggestion.retry_reading': 'Leer de nuevo',
  'suggestion.retry_posting': 'Enviar de nuevo',
  'suggestion.open_settings': 'Abrir Ajustes…',
  'suggestion.other': 'Aplicar esta sugerencia',
  'suggestion.why.other': '',
  'evidence.other': 'Elegida por una regla',
}
