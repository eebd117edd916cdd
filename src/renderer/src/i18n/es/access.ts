/** Quién puede hacer qué, identificarse y el bloqueo. */
export const access = {
  'lock.title': 'Quittance está bloqueado',
  'lock.body': 'Identifíquese para continuar. Lo que estaba en marcha sigue mientras tanto.',
  'lock.who': 'Persona',
  'lock.passphrase': 'Frase de contraseña',
  'lock.unlock': 'Desbloquear',
  'lock.trying': 'Un momento …',
  'lock.signIn': '{name} se sienta aquí',
  'lock.signIn.action': 'Entrar',
  'lock.settings': 'Bloqueo',
  'lock.after': 'Bloquear después de',
  'lock.after.never': 'Nunca',
  'lock.after.minutes': '{count, plural, one {# minuto} other {# minutos}}',
  'lock.after.hint': 'Sin teclas ni ratón. También se bloquea cuando el equipo duerme o se bloquea su pantalla.',
  'command.lock': 'Bloquear ahora',
  'passphrase.title': 'Frase de contraseña de {name}',
  'passphrase.set': 'Poner frase de contraseña',
  'passphrase.change': 'Cambiar frase de contraseña',
  'passphrase.body':
    'Desde entonces todos se identifican aquí y nadie ocupa el lugar de otra persona sin su frase. No se puede consultar en ningún sitio.',
  'passphrase.body.other': 'Deje que {name} la escriba. En el diario consta que usted la dio.',
  'passphrase.current': 'Frase actual',
  'passphrase.new': 'Frase nueva',
  'passphrase.hint': 'Al menos {count} caracteres; lo mejor son unas cuantas palabras.',
  'passphrase.again': 'Otra vez',
  'passphrase.differs': 'Las dos no coinciden.',
  'passphrase.action': 'Poner frase',
  'passphrase.remove': 'Prescindir de la frase',
  'passphrase.remove.body': 'Quien abra esta aplicación en este equipo trabajará entonces como usted.',
  'rights.of': 'Permisos de {name}',
  'right.prepare': 'Preparar',
  'right.approve': 'Aprobar',
  'right.post': 'Contabilizar',
  'right.administer': 'Administrar',
  'error.app_locked': 'La ventana está bloqueada. Identifíquese primero.',
  'error.right_missing': 'No tiene permiso para eso. Un administrador puede dárselo en Ajustes, Personas.',
  'error.right_missing.prepare':
    'Puede ver los documentos, pero no cambiarlos. Un administrador puede darle el permiso de preparar en Ajustes, Personas.',
  'error.right_missing.approve':
    'No tiene permiso para aprobar. Pídaselo a quien lo tenga; un administrador puede dárselo en Ajustes, Personas.',
  'error.right_missing.post':
    'No tiene permiso para contabilizar. Pídaselo a quien lo tenga; un administrador puede dárselo en Ajustes, Personas.',
  'error.right_missing.administer':
    'Solo un administrador puede cambiar eso. Pídaselo a quien tenga el permiso de administrar.',
  'error.administrator_needed':
    'Tiene que quedar alguien que pueda administrar y, donde la gente se identifica, con frase de contraseña. Haga eso primero.',
  'error.passphrase_wrong': 'Esa no es la frase de contraseña de esta persona. Inténtelo de nuevo.',
  'error.passphrase_wait':
    'Demasiados intentos. Espere {seconds, plural, one {# segundo} other {# segundos}} y vuelva a intentarlo.',
  'error.passphrase_missing':
    '{name} todavía no tiene frase de contraseña. Un administrador se la da en Ajustes, Personas.',
  'error.passphrase_stays': 'Donde trabajan varias personas, cada una debe poder demostrar quién es.',
  'journal.person.rights_set': 'Permisos de {name}: {rights}',
  'journal.person.passphrase_set': '{name} puso una frase de contraseña',
  'journal.person.passphrase_given': 'Otra persona dio a {name} una frase de contraseña',
  'journal.person.passphrase_removed': '{name} prescinde desde ahora de la frase de contraseña',
  'journal.person.sign_in_refused': 'Frase de contraseña equivocada para {name} (intento {attempts})',
}
