# What several screens share: names of keys, words of the footer, the size of the terminal.

common-too-small = La ventana es demasiado pequeña
common-too-small-need = Hacen falta al menos { $columns } columnas y { $rows } filas. Ahora hay { $now_columns } x { $now_rows }.
common-too-small-how = Agrande la ventana o reduzca la letra: no se ha perdido nada. Mientras sea pequeña, las teclas no hacen nada.

common-key-up-down = ↑ ↓
common-key-space = Espacio
common-key-enter = Intro
common-key-back = ←
common-key-escape = Esc

common-do-move = moverse
common-do-choose = elegir
common-do-next = seguir
common-do-back = volver
common-do-confirm = confirmar
common-do-language = idioma
common-do-appearance = letras, voz
common-do-change = cambiar
common-do-read-on = seguir leyendo

common-page = Página { $page } de { $pages }
common-seconds = { $n ->
    [one] { $n } segundo
   *[other] { $n } segundos
}

# While something is done; in training
operator-moment = Un momento…
operator-training = FORMACIÓN: ningún voto cuenta

# Why a city user may vote
reason-work = Trabaja aquí
reason-study = Estudia aquí
reason-volunteering = Hace voluntariado aquí
reason-domicile = Tiene domicilio aquí

# What is heard: keys by their names, and what stands for signs
heard-key-up = flecha arriba
heard-key-down = flecha abajo
heard-key-left = flecha izquierda
heard-key-right = flecha derecha
heard-keys-move = Flecha abajo o flecha arriba
heard-keys-back = Flecha izquierda o Escape
heard-key = { $key }: { $does }.
heard-do-again = repetir
heard-key-dead = Esta tecla no hace nada aquí.
heard-no-row = No hay ninguna fila elegida: pulse flecha abajo.
heard-dot = punto
heard-slash = barra
heard-hyphen = guion
