<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FaceWitness</source>
        <translation>Acerca de FaceWitness</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>The FFmpeg that decodes</source>
        <translation>El FFmpeg que descodifica</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Copiar las versiones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Compilado con</translation>
    </message>
    <message>
        <source>FaceWitness {0}</source>
        <translation>FaceWitness {0}</translation>
    </message>
    <message>
        <source>Face-manipulation screening for investigators. It works offline and opens evidence read-only. An outcome is the output of a tool, to be weighed by a person, never a proof by itself.</source>
        <translation>Cribado de manipulación de rostros para investigadores. Funciona sin conexión y abre la evidencia en modo de solo lectura. Un resultado es lo que da una herramienta y debe sopesarlo una persona; nunca es por sí solo una prueba.</translation>
    </message>
    <message>
        <source>Packages and their licences</source>
        <translation>Paquetes y sus licencias</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Choose a package to read its licence.</source>
        <translation>Elija un paquete para leer su licencia.</translation>
    </message>
    <message>
        <source>The package brings no licence text.</source>
        <translation>El paquete no incluye ningún texto de licencia.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Abrir archivos…</translation>
    </message>
    <message>
        <source>Open a f&amp;older…</source>
        <translation>Abrir una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>Probar la &amp;demostración</translation>
    </message>
    <message>
        <source>Try the demo in a &amp;folder…</source>
        <translation>Probar la demostración en una &amp;carpeta…</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>&amp;Cancel the analysis</source>
        <translation>&amp;Cancelar el análisis</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>Cancelar &amp;todos</translation>
    </message>
    <message>
        <source>Analyse &amp;again</source>
        <translation>&amp;Analizar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Reproducir o pausar</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>Fotograma &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>Fotograma &amp;siguiente</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Retroceder diez fotogramas</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>Avanzar diez fotogramas</translation>
    </message>
    <message>
        <source>Previous analysed face</source>
        <translation>Rostro analizado anterior</translation>
    </message>
    <message>
        <source>Next analysed face</source>
        <translation>Rostro analizado siguiente</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>Primer &amp;fotograma</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>Ú&amp;ltimo fotograma</translation>
    </message>
    <message>
        <source>Play &amp;slower</source>
        <translation>Reproducir más &amp;despacio</translation>
    </message>
    <message>
        <source>Play &amp;faster</source>
        <translation>Reproducir más rá&amp;pido</translation>
    </message>
    <message>
        <source>Normal spee&amp;d</source>
        <translation>&amp;Velocidad normal</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Mapa de calor</translation>
    </message>
    <message>
        <source>Heat map: &amp;less opaque</source>
        <translation>Mapa de calor: m&amp;enos opaco</translation>
    </message>
    <message>
        <source>Heat map: &amp;more opaque</source>
        <translation>Mapa de calor: má&amp;s opaco</translation>
    </message>
</context>
<context>
    <name>AnalysisController</name>
    <message>
        <source>the analysis</source>
        <translation>el análisis</translation>
    </message>
</context>
<context>
    <name>BatchChips</name>
    <message>
        <source>Search names, places, messages</source>
        <translation>Buscar nombres, ubicaciones, mensajes</translation>
    </message>
    <message>
        <source>Search the batch</source>
        <translation>Buscar en el lote</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Pendientes</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelados</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Apoyo</translation>
    </message>
    <message>
        <source>No support</source>
        <translation>Sin apoyo</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>No evaluados</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>Todos {0}</translation>
    </message>
    <message>
        <source>Show all {0} files</source>
        <translation>Mostrar los {0} archivos</translation>
    </message>
    <message>
        <source>Show {0}: {1}</source>
        <translation>Mostrar {0}: {1}</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>the batch</source>
        <translation>el lote</translation>
    </message>
    <message>
        <source>It is analysed after the one before it.</source>
        <translation>Se analiza después de la anterior.</translation>
    </message>
    <message>
        <source>Folder added: {0}</source>
        <translation>Carpeta añadida: {0}</translation>
    </message>
    <message>
        <source>It has no result yet.</source>
        <translation>Aún no tiene resultado.</translation>
    </message>
    <message>
        <source>{0} is still to be analysed</source>
        <translation>{0} aún está por analizar</translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Batch that is shown</source>
        <translation>Lote mostrado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>End the run now. Files in work wait again; what is finished is kept.</source>
        <translation>Terminar ahora la ejecución. Los archivos en curso vuelven a la espera; lo terminado se conserva.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>{0} · results in {1}</source>
        <translation>{0} · resultados en {1}</translation>
    </message>
    <message>
        <source>{0} of {1} files finished</source>
        <translation>{0} de {1} archivos terminados</translation>
    </message>
    <message>
        <source>Reading what was found before…</source>
        <translation>Leyendo lo hallado antes…</translation>
    </message>
    <message>
        <source>Looking for images and videos</source>
        <translation>Buscando imágenes y vídeos</translation>
    </message>
    <message>
        <source>{0} files so far</source>
        <translation>{0} archivos hasta ahora</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} fotogramas por segundo</translation>
    </message>
    <message>
        <source>Pausing: what is in work is brought to its end</source>
        <translation>Pausando: se termina lo que está en curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>No está en marcha</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>No pudo continuar</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Cargando los detectores…</translation>
    </message>
    <message>
        <source>Checking what is finished…</source>
        <translation>Comprobando lo terminado…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>{0} still to do</source>
        <translation>{0} pendientes</translation>
    </message>
    <message>
        <source>{0} cancelled</source>
        <translation>{0} cancelados</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Analyse what is left</source>
        <translation>Analizar lo que falta</translation>
    </message>
    <message>
        <source>Begin no further file</source>
        <translation>No empezar ningún archivo más</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Reason of the selected file</source>
        <translation>Motivo del archivo seleccionado</translation>
    </message>
    <message>
        <source>Files of the batch</source>
        <translation>Archivos del lote</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Suelte aquí una carpeta</translation>
    </message>
    <message>
        <source>All images and videos in it, and in the folders inside, are analysed one after
the other. You can pause at any time; after a crash it goes on where it was.</source>
        <translation>Todas sus imágenes y vídeos, y los de sus subcarpetas, se analizan uno tras otro.
Se puede pausar en cualquier momento; tras un fallo continúa donde estaba.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Show the &amp;reason</source>
        <translation>Mostrar el &amp;motivo</translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>Analizar de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Remove &amp;from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>{0} of {1} files are shown</source>
        <translation>Se muestran {0} de {1} archivos</translation>
    </message>
    <message>
        <source>{0} files are selected</source>
        <translation>{0} archivos seleccionados</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>{0} persons; {1} faces scored in {2} frames that were examined</source>
        <translation>{0} personas; {1} rostros puntuados en {2} fotogramas examinados</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>{0} % examined</source>
        <translation>{0} % examinado</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Fuerza</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Códec</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ubicación</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Batch – FaceWitness</source>
        <translation>Lote – FaceWitness</translation>
    </message>
</context>
<context>
    <name>BookmarkRow</name>
    <message>
        <source>Frame {0} · {1}</source>
        <translation>Fotograma {0} · {1}</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation>Ir a: {0}</translation>
    </message>
    <message>
        <source>Show this frame</source>
        <translation>Mostrar este fotograma</translation>
    </message>
    <message>
        <source>Remark to: {0}</source>
        <translation>Observación sobre: {0}</translation>
    </message>
    <message>
        <source>why</source>
        <translation>por qué</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Quitar el marcador</translation>
    </message>
</context>
<context>
    <name>CaseController</name>
    <message>
        <source>the case</source>
        <translation>el caso</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Folder for the results of the batch (not the evidence&apos;s own)</source>
        <translation>Carpeta para los resultados del lote (no la de la propia evidencia)</translation>
    </message>
    <message>
        <source>Folder to analyse, with all folders in it</source>
        <translation>Carpeta que se analizará, con todas sus subcarpetas</translation>
    </message>
    <message>
        <source>Folder with the results of a batch</source>
        <translation>Carpeta con los resultados de un lote</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Abrir un caso</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>New case: name its folder</source>
        <translation>Caso nuevo: nombre de su carpeta</translation>
    </message>
    <message>
        <source>Save as a case: name its folder</source>
        <translation>Guardar como caso: nombre de su carpeta</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>This session is not saved</source>
        <translation>Esta sesión no está guardada</translation>
    </message>
    <message>
        <source>Results and notes that are in no case are gone when you leave.</source>
        <translation>Los resultados y las notas que no están en ningún caso se pierden al salir.</translation>
    </message>
    <message>
        <source>Save as a case…</source>
        <translation>Guardar como caso…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Caso</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>Caso &amp;nuevo…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Abrir caso…</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>Casos &amp;recientes</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>&amp;Cerrar el caso</translation>
    </message>
    <message>
        <source>&amp;Add a folder as a batch…</source>
        <translation>Aña&amp;dir una carpeta como lote…</translation>
    </message>
    <message>
        <source>Open the results of a &amp;batch…</source>
        <translation>Abrir los re&amp;sultados de un lote…</translation>
    </message>
    <message>
        <source>Show the ba&amp;tch</source>
        <translation>&amp;Mostrar el lote</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún ninguno</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>ChecksController</name>
    <message>
        <source>the checks</source>
        <translation>las comprobaciones</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy: {0}</source>
        <translation>Copiar: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Face as the network read it</source>
        <translation>El rostro tal como lo leyó la red</translation>
    </message>
</context>
<context>
    <name>DemoController</name>
    <message>
        <source>the demo clip</source>
        <translation>el clip de demostración</translation>
    </message>
    <message>
        <source>The face is manipulated from {0}: we know, because we made it so. The clip is at {1}.</source>
        <translation>El rostro está manipulado en el intervalo {0}: lo sabemos porque lo hicimos así. El clip está en {1}.</translation>
    </message>
    <message>
        <source>This is the demo clip</source>
        <translation>Este es el clip de demostración</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Images and videos</source>
        <translation>Imágenes y vídeos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Open images or videos</source>
        <translation>Abrir imágenes o vídeos</translation>
    </message>
    <message>
        <source>Folder for the report (not the evidence&apos;s own)</source>
        <translation>Carpeta para el informe (no la de la propia evidencia)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Still busy: {0}.</source>
        <translation>Aún en curso: {0}.</translation>
    </message>
    <message>
        <source>Close the window again to leave without waiting.</source>
        <translation>Cierre la ventana de nuevo para salir sin esperar.</translation>
    </message>
    <message>
        <source>Not everything has stopped</source>
        <translation>No todo se ha detenido</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Drop images or videos here</source>
        <translation>Suelte aquí imágenes o vídeos</translation>
    </message>
    <message>
        <source>Panels in the same place</source>
        <translation>Paneles en el mismo lugar</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>&amp;Deshacer: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>&amp;Rehacer: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Registro del programa</translation>
    </message>
</context>
<context>
    <name>DetectorFacts</name>
    <message>
        <source>The thresholds were changed in the settings. The error rates below hold for the card&apos;s thresholds only.</source>
        <translation>Los umbrales se cambiaron en los ajustes. Las tasas de error siguientes solo valen para los umbrales de la ficha.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Weights SHA-256</source>
        <translation>SHA-256 de los pesos</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>support from {0}, no support below {1}</source>
        <translation>apoyo desde {0}, sin apoyo por debajo de {1}</translation>
    </message>
    <message>
        <source>Thresholds of the card</source>
        <translation>Umbrales de la ficha</translation>
    </message>
    <message>
        <source>{0} in validation</source>
        <translation>{0} en validación</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Regla de reparto</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>not calibrated: no strength is stated by it</source>
        <translation>sin calibrar: no se indica fuerza con él</translation>
    </message>
    <message>
        <source>log10 likelihood ratio from {0} to {1}</source>
        <translation>razón de verosimilitud log10 de {0} a {1}</translation>
    </message>
</context>
<context>
    <name>DetectorSection</name>
    <message>
        <source>Card</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>No error rates are at hand: the card of these weights is not installed.</source>
        <translation>No se dispone de tasas de error: la ficha de estos pesos no está instalada.</translation>
    </message>
    <message>
        <source>Error rates, each above its interval</source>
        <translation>Tasas de error, cada una sobre su intervalo</translation>
    </message>
    <message>
        <source>Limits stated by the card</source>
        <translation>Límites según la ficha</translation>
    </message>
</context>
<context>
    <name>DetectorsView</name>
    <message>
        <source>The detectors are named here once they are loaded.</source>
        <translation>Los detectores se indican aquí una vez cargados.</translation>
    </message>
</context>
<context>
    <name>EditController</name>
    <message>
        <source>remove a file</source>
        <translation>quitar un archivo</translation>
    </message>
    <message>
        <source>remove files</source>
        <translation>quitar archivos</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>añadir una nota</translation>
    </message>
    <message>
        <source>amend a note</source>
        <translation>enmendar una nota</translation>
    </message>
    <message>
        <source>remove a note</source>
        <translation>quitar una nota</translation>
    </message>
    <message>
        <source>bookmark a frame</source>
        <translation>marcar un fotograma</translation>
    </message>
    <message>
        <source>name a bookmark</source>
        <translation>nombrar un marcador</translation>
    </message>
    <message>
        <source>remove a bookmark</source>
        <translation>quitar un marcador</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>the report</source>
        <translation>el informe</translation>
    </message>
    <message>
        <source>Select fewer, or write the reports without a preview.</source>
        <translation>Seleccione menos, o escriba los informes sin vista previa.</translation>
    </message>
    <message>
        <source>Too many for a preview</source>
        <translation>Demasiados para una vista previa</translation>
    </message>
    <message>
        <source>{0} files are too many for a preview; at most {1} are shown.</source>
        <translation>{0} archivos son demasiados para una vista previa; se muestran {1} como máximo.</translation>
    </message>
    <message>
        <source>{0} files in {1}</source>
        <translation>{0} archivos en {1}</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Informe escrito</translation>
    </message>
    <message>
        <source>Not written: {0}.</source>
        <translation>No escritos: {0}.</translation>
    </message>
    <message>
        <source>Stopped: a part is written</source>
        <translation>Detenido: se ha escrito una parte</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>No report was written.</source>
        <translation>No se escribió ningún informe.</translation>
    </message>
</context>
<context>
    <name>FaceController</name>
    <message>
        <source>the heat maps</source>
        <translation>los mapas de calor</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Detector whose input is shown</source>
        <translation>Detector cuya entrada se muestra</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Heat map (H): the places in this crop that moved the network towards manipulated. It does not show where a face was altered.</source>
        <translation>Mapa de calor (H): los lugares de este recorte que movieron a la red hacia «manipulado». No muestra dónde se alteró un rostro.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Working out the heat map…</source>
        <translation>Calculando el mapa de calor…</translation>
    </message>
    <message>
        <source>Frame {0}, {1} x {2} pixels, as {3} read it: score {4}</source>
        <translation>Fotograma {0}, {1} x {2} píxeles, tal como lo leyó {3}: puntuación {4}</translation>
    </message>
    <message>
        <source>This frame was not analysed, so no network read it. Ctrl+Left and Ctrl+Right go to analysed faces.</source>
        <translation>Este fotograma no se analizó, así que ninguna red lo leyó. Ctrl+Izquierda y Ctrl+Derecha llevan a rostros analizados.</translation>
    </message>
    <message>
        <source>No face here.</source>
        <translation>Aquí no hay ningún rostro.</translation>
    </message>
</context>
<context>
    <name>FaceWords</name>
    <message>
        <source>Shows what moved the network, not where the face was altered.</source>
        <translation>Muestra lo que movió a la red, no dónde se alteró el rostro.</translation>
    </message>
    <message>
        <source>In checks on validation crops (docs/validation.md) these maps were much alike from face to face, and covering what they mark lowered the score no more than covering places drawn at random. They say little about this face.</source>
        <translation>En comprobaciones con recortes de validación (docs/validation.md), estos mapas se parecían mucho de una cara a otra, y tapar lo que marcan no bajaba la puntuación más que tapar lugares al azar. Dicen poco de esta cara.</translation>
    </message>
    <message>
        <source>Nothing in this face moved the network towards manipulated: the map is empty.</source>
        <translation>Nada en este rostro movió a la red hacia «manipulado»: el mapa está vacío.</translation>
    </message>
    <message>
        <source>No network read this face: {0}.</source>
        <translation>Ninguna red leyó este rostro: {0}.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>elegir un archivo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
</context>
<context>
    <name>FolderController</name>
    <message>
        <source>the folder&apos;s list</source>
        <translation>la lista de la carpeta</translation>
    </message>
    <message>
        <source>{0} has more than {1} files</source>
        <translation>{0} tiene más de {1} archivos</translation>
    </message>
    <message>
        <source>They are analysed as a batch.</source>
        <translation>Se analizan por lotes.</translation>
    </message>
    <message>
        <source>Nothing to open in {0}</source>
        <translation>No hay nada que abrir en {0}</translation>
    </message>
    <message>
        <source>There is no image or video in this folder or in those inside it.</source>
        <translation>No hay ninguna imagen ni vídeo en esta carpeta ni en sus subcarpetas.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>A number from 0 to 1 that a detector gives a face: the higher, the more it looks like the manipulated faces of its training. It is not the chance that the face is manipulated.</source>
        <translation>Un número de 0 a 1 que un detector da a un rostro: cuanto más alto, más se parece a los rostros manipulados de su entrenamiento. No es la probabilidad de que el rostro esté manipulado.</translation>
    </message>
    <message>
        <source>Threshold (operating point)</source>
        <translation>Umbral (punto de operación)</translation>
    </message>
    <message>
        <source>The score from which on an outcome is stated, chosen on validation data so that false alarms stay rare.</source>
        <translation>La puntuación desde la cual se enuncia un resultado, elegida con los datos de validación para que las falsas alarmas sean poco frecuentes.</translation>
    </message>
    <message>
        <source>Strength (likelihood ratio)</source>
        <translation>Fuerza (razón de verosimilitud)</translation>
    </message>
    <message>
        <source>How many times as frequent such scores are with manipulated faces as with others, in the calibration data. Its logarithm is 0 where the scores speak for neither; it is bounded by what the data can show.</source>
        <translation>Cuántas veces más frecuentes son tales puntuaciones con rostros manipulados que con los demás, en los datos de calibración. Su logaritmo es 0 donde las puntuaciones no hablan a favor de ninguno; está limitado por lo que los datos pueden mostrar.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>How much of the file the outcome rests on: frames decoded, examined, with a face, and with a face good enough to be scored.</source>
        <translation>En qué parte del archivo se basa el resultado: fotogramas descodificados, examinados, con un rostro y con un rostro lo bastante bueno para ser puntuado.</translation>
    </message>
    <message>
        <source>Pooled score</source>
        <translation>Puntuación conjunta</translation>
    </message>
    <message>
        <source>The scores of a person&apos;s frames joined into one: the mean of their logits. It is compared with the thresholds.</source>
        <translation>Las puntuaciones de los fotogramas de una persona reunidas en una sola: la media de sus logits. Se compara con los umbrales.</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUC)</source>
        <translation>Área bajo la curva ROC (AUC)</translation>
    </message>
    <message>
        <source>How well a detector ranks: 1.0 puts every manipulated face above every other, 0.5 is a coin toss.</source>
        <translation>Cuán bien ordena un detector: 1,0 pone cada rostro manipulado por encima de todos los demás; 0,5 es echarlo a cara o cruz.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>Share of real faces whose score is at or above the support threshold.</source>
        <translation>Parte de los rostros reales cuya puntuación está en el umbral de apoyo o por encima.</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Omisiones</translation>
    </message>
    <message>
        <source>Share of manipulated faces whose score is below the support threshold.</source>
        <translation>Parte de los rostros manipulados cuya puntuación está por debajo del umbral de apoyo.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalo del 95 %</translation>
    </message>
    <message>
        <source>The range that holds the true figure in 95 of 100 such measurements; few samples make it wide.</source>
        <translation>El rango que contiene el valor verdadero en 95 de cada 100 mediciones como esta; con pocas muestras es ancho.</translation>
    </message>
    <message>
        <source>In-domain and out-of-domain</source>
        <translation>Dentro y fuera del dominio</translation>
    </message>
    <message>
        <source>In-domain figures come from data like the training data; out-of-domain ones from other sources and other kinds of manipulation. Detectors err more often out of domain.</source>
        <translation>Las cifras dentro del dominio proceden de datos como los de entrenamiento; las de fuera del dominio, de otras fuentes y otros tipos de manipulación. Fuera del dominio los detectores se equivocan más.</translation>
    </message>
    <message>
        <source>Person (track)</source>
        <translation>Persona (pista)</translation>
    </message>
    <message>
        <source>A face followed over time within one shot. The same person in another shot has another number.</source>
        <translation>Un rostro seguido en el tiempo dentro de un plano. La misma persona en otro plano tiene otro número.</translation>
    </message>
    <message>
        <source>Marked span</source>
        <translation>Intervalo marcado</translation>
    </message>
    <message>
        <source>A time span in which the scores stay at or above a threshold: that of support, or that of no support where the face as a whole lies below it.</source>
        <translation>Un intervalo de tiempo en el que las puntuaciones quedan en un umbral o por encima: el de apoyo, o el de falta de apoyo donde el rostro en conjunto queda por debajo.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Where in the crop the score comes from. It shows what moved the network, not where a face was altered.</source>
        <translation>De qué parte del recorte procede la puntuación. Muestra lo que movió a la red, no dónde se alteró un rostro.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>The square cut around a face that a network sees, always with the margin it was trained on.</source>
        <translation>El cuadrado recortado alrededor de un rostro que ve una red, siempre con el margen con el que se entrenó.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of a file: two files with the same one have the same bytes.</source>
        <translation>Una huella de un archivo: dos archivos con la misma tienen los mismos bytes.</translation>
    </message>
    <message>
        <source>Content credentials (C2PA)</source>
        <translation>Credenciales de contenido (C2PA)</translation>
    </message>
    <message>
        <source>A signed statement inside a file on how it was made. Valid ones show that what was signed is unchanged, not that it is true.</source>
        <translation>Una declaración firmada, dentro de un archivo, sobre cómo se hizo. Si son válidas, muestran que lo firmado no ha cambiado, no que sea cierto.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>What a camera or program wrote into the file. It is easily changed and never decides an outcome.</source>
        <translation>Lo que una cámara o un programa escribió en el archivo. Se cambian con facilidad y nunca deciden un resultado.</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detector</translation>
    </message>
    <message>
        <source>A network with its weights and its card, which says what it was trained on and how often it errs.</source>
        <translation>Una red con sus pesos y su ficha, que dice con qué se entrenó y con qué frecuencia se equivoca.</translation>
    </message>
    <message>
        <source>Kinds of manipulation</source>
        <translation>Tipos de manipulación</translation>
    </message>
    <message>
        <source>Face swap: another face is put in. Reenactment: the face is made to move otherwise. Entire synthesis: there never was such a face.</source>
        <translation>Cambio de rostro: se pone otro rostro. Recreación: se hace que el rostro se mueva de otro modo. Síntesis completa: ese rostro nunca existió.</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>State or outcome</source>
        <translation>Estado o resultado</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>Cancelar el análisis</translation>
    </message>
    <message>
        <source>Cancel the analyses</source>
        <translation>Cancelar los análisis</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analizar de nuevo</translation>
    </message>
    <message>
        <source>Analyse these files again</source>
        <translation>Analizar de nuevo estos archivos</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Remove these files from the list</source>
        <translation>Quitar estos archivos de la lista</translation>
    </message>
</context>
<context>
    <name>KeyFrameController</name>
    <message>
        <source>the key frames</source>
        <translation>los fotogramas elegidos</translation>
    </message>
    <message>
        <source>No key frames: there is no result.</source>
        <translation>No hay fotogramas elegidos: no hay resultado.</translation>
    </message>
    <message>
        <source>Key frames are chosen when the analysis is complete.</source>
        <translation>Los fotogramas se eligen cuando el análisis está completo.</translation>
    </message>
    <message>
        <source>Choosing key frames…</source>
        <translation>Eligiendo fotogramas…</translation>
    </message>
    <message>
        <source>No key frames: no face was found.</source>
        <translation>No hay fotogramas elegidos: no se encontró ningún rostro.</translation>
    </message>
    <message>
        <source>Some key frames could not be read again.</source>
        <translation>Algunos fotogramas elegidos no se pudieron volver a leer.</translation>
    </message>
</context>
<context>
    <name>KeyFrameStrip</name>
    <message>
        <source>Key frames</source>
        <translation>Fotogramas elegidos</translation>
    </message>
</context>
<context>
    <name>KeyFrames</name>
    <message>
        <source>highest</source>
        <translation>más alta</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>más baja</translation>
    </message>
    <message>
        <source>spaced</source>
        <translation>repartido</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>imagen fija</translation>
    </message>
    <message>
        <source>{0} at {1}: among the highest scores ({2})</source>
        <translation>{0} en {1}: entre las puntuaciones más altas ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: the lowest score ({2})</source>
        <translation>{0} en {1}: la puntuación más baja ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: chosen evenly over time (score {2})</source>
        <translation>{0} en {1}: elegido por reparto igual en el tiempo (puntuación {2})</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>no support &lt; {0}</source>
        <translation>sin apoyo &lt; {0}</translation>
    </message>
    <message>
        <source>support ≥ {0}</source>
        <translation>apoyo ≥ {0}</translation>
    </message>
    <message>
        <source>Operating points of the detector that decides, from its card: from the upper one on, scores count as support for manipulation; below the lower one, no support is found; between them nothing can be concluded.</source>
        <translation>Puntos de operación del detector que decide, según su ficha: desde el superior, las puntuaciones cuentan como apoyo a la manipulación; por debajo del inferior, no se encuentra apoyo; entre ambos no se puede concluir nada.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Third-party licenses</source>
        <translation>Licencias de terceros</translation>
    </message>
    <message>
        <source>FaceWitness contains the work of others, under their own terms.</source>
        <translation>FaceWitness contiene el trabajo de otros, bajo sus propias condiciones.</translation>
    </message>
    <message>
        <source>List of parts and their licenses</source>
        <translation>Lista de componentes y de sus licencias</translation>
    </message>
    <message>
        <source>The full texts: {0}</source>
        <translation>Los textos completos: {0}</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Exportar un informe</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} archivos</translation>
    </message>
    <message>
        <source>{0} to go</source>
        <translation>faltan {0}</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>todo terminado</translation>
    </message>
</context>
<context>
    <name>MediaFacts</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>imagen fija</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>The name&apos;s ending does not fit the content.</source>
        <translation>La extensión del archivo no corresponde al contenido.</translation>
    </message>
    <message>
        <source>not hashed again</source>
        <translation>huella no calculada de nuevo</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>NO</translation>
    </message>
    <message>
        <source>SHA-256 after the analysis</source>
        <translation>SHA-256 tras el análisis</translation>
    </message>
    <message>
        <source>Same after analysis</source>
        <translation>Igual tras el análisis</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} píxeles</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Fotogramas declarados</translation>
    </message>
    <message>
        <source>Stream {0}: {1}</source>
        <translation>Flujo {0}: {1}</translation>
    </message>
    <message>
        <source>Stream {0}: {1}, analysed</source>
        <translation>Flujo {0}: {1}, analizado</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} fotogramas por segundo</translation>
    </message>
    <message>
        <source>{0} frames declared</source>
        <translation>{0} fotogramas declarados</translation>
    </message>
    <message>
        <source>starts at {0}</source>
        <translation>empieza en {0}</translation>
    </message>
    <message>
        <source>turned by {0}°</source>
        <translation>girado {0}°</translation>
    </message>
    <message>
        <source>The file carries no metadata.</source>
        <translation>El archivo no lleva metadatos.</translation>
    </message>
    <message>
        <source>Easily changed; it never decides an outcome.</source>
        <translation>Se cambian con facilidad; nunca deciden un resultado.</translation>
    </message>
    <message>
        <source>{0} more are in the JSON report.</source>
        <translation>{0} más figuran en el informe JSON.</translation>
    </message>
    <message>
        <source>Content credentials: absent</source>
        <translation>Credenciales de contenido: ausentes</translation>
    </message>
    <message>
        <source>Content credentials: elsewhere, not visited</source>
        <translation>Credenciales de contenido: en otro lugar, no visitado</translation>
    </message>
    <message>
        <source>Content credentials: valid</source>
        <translation>Credenciales de contenido: válidas</translation>
    </message>
    <message>
        <source>Content credentials: INVALID</source>
        <translation>Credenciales de contenido: NO VÁLIDAS</translation>
    </message>
    <message>
        <source>Content credentials: could not be examined</source>
        <translation>Credenciales de contenido: no se pudieron examinar</translation>
    </message>
    <message>
        <source>Content credentials: not examined</source>
        <translation>Credenciales de contenido: no examinadas</translation>
    </message>
    <message>
        <source>They are examined when the file is analysed.</source>
        <translation>Se examinan cuando se analiza el archivo.</translation>
    </message>
    <message>
        <source>There are none in the file. Most files have none.</source>
        <translation>No hay ninguna en el archivo. La mayoría de los archivos no las tiene.</translation>
    </message>
    <message>
        <source>The file refers to an address for them. It was not visited: no network.</source>
        <translation>El archivo remite a una dirección para ellas. No se visitó: sin red.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Firmado el</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Programa declarado</translation>
    </message>
    <message>
        <source>Stated actions</source>
        <translation>Acciones declaradas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>No list of trusted signers is applied: anyone can sign with any name.</source>
        <translation>No se aplica ninguna lista de firmantes de confianza: cualquiera puede firmar con cualquier nombre.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Búsqueda de rostros</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Command that repeats it</source>
        <translation>Orden que lo repite</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} bytes</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message>
        <source>Opening the file…</source>
        <translation>Abriendo el archivo…</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>no se encontró ningún rostro</translation>
    </message>
    <message>
        <source>scores by {0}</source>
        <translation>puntuaciones de {0}</translation>
    </message>
    <message>
        <source>between analysed frames, boxes estimated</source>
        <translation>entre fotogramas analizados, marcos estimados</translation>
    </message>
    <message>
        <source>no face here</source>
        <translation>aquí no hay ningún rostro</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nálisis</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Go to a time or frame…</source>
        <translation>&amp;Ir a un tiempo o fotograma…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation>A&amp;justar la imagen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Tamaño real</translation>
    </message>
    <message>
        <source>Zoom to the &amp;face</source>
        <translation>Ampliar el r&amp;ostro</translation>
    </message>
    <message>
        <source>&amp;Move the picture</source>
        <translation>&amp;Desplazar la imagen</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Restablecer la disposición</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>Aspe&amp;cto</translation>
    </message>
    <message>
        <source>To the &amp;left</source>
        <translation>A la &amp;izquierda</translation>
    </message>
    <message>
        <source>To the &amp;right</source>
        <translation>A la &amp;derecha</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Arriba</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>A&amp;bajo</translation>
    </message>
    <message>
        <source>&amp;Time line</source>
        <translation>&amp;Línea de tiempo</translation>
    </message>
    <message>
        <source>Show the &amp;whole file</source>
        <translation>Mostrar el archivo &amp;entero</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;in</source>
        <translation>&amp;Ampliar la línea de tiempo</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;out</source>
        <translation>&amp;Reducir la línea de tiempo</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Hacia atrás</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Hacia a&amp;delante</translation>
    </message>
    <message>
        <source>&amp;Select a span</source>
        <translation>&amp;Seleccionar un intervalo</translation>
    </message>
    <message>
        <source>The span &amp;begins here</source>
        <translation>El &amp;intervalo empieza aquí</translation>
    </message>
    <message>
        <source>The span en&amp;ds here</source>
        <translation>El intervalo ter&amp;mina aquí</translation>
    </message>
    <message>
        <source>&amp;Key frames</source>
        <translation>&amp;Fotogramas elegidos</translation>
    </message>
    <message>
        <source>Save the plot as &amp;PNG…</source>
        <translation>Guardar la gráfica como &amp;PNG…</translation>
    </message>
    <message>
        <source>Save the plot as S&amp;VG…</source>
        <translation>Guardar la gráfica como S&amp;VG…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;Terms explained</source>
        <translation>&amp;Explicación de términos</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Problemas</translation>
    </message>
    <message>
        <source>&amp;Log of the program</source>
        <translation>&amp;Registro del programa</translation>
    </message>
    <message>
        <source>Check the &amp;weights…</source>
        <translation>Comprobar los pe&amp;sos…</translation>
    </message>
    <message>
        <source>Third-party &amp;licenses</source>
        <translation>&amp;Licencias de terceros</translation>
    </message>
    <message>
        <source>&amp;About FaceWitness</source>
        <translation>&amp;Acerca de FaceWitness</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Bookmark the frame shown, or not</source>
        <translation>&amp;Marcar o desmarcar el fotograma mostrado</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>Escribir una &amp;nota</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ajustes…</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>In&amp;formes</translation>
    </message>
    <message>
        <source>&amp;Preview the PDF…</source>
        <translation>&amp;Vista previa del PDF…</translation>
    </message>
    <message>
        <source>All &amp;formats…</source>
        <translation>Todos los &amp;formatos…</translation>
    </message>
    <message>
        <source>&amp;Selected files</source>
        <translation>Archivos &amp;seleccionados</translation>
    </message>
    <message>
        <source>&amp;Everything open</source>
        <translation>&amp;Todo lo abierto</translation>
    </message>
    <message>
        <source>&amp;Preview the PDFs…</source>
        <translation>&amp;Vista previa de los PDF…</translation>
    </message>
    <message>
        <source>&amp;Selected files ({0})</source>
        <translation>Archivos &amp;seleccionados ({0})</translation>
    </message>
    <message>
        <source>&amp;Everything open ({0})</source>
        <translation>&amp;Todo lo abierto ({0})</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>nobody named</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Amend the note</source>
        <translation>Enmendar la nota</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Quitar la nota</translation>
    </message>
    <message>
        <source>Amended note</source>
        <translation>Nota enmendada</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>What you see and think. Your notes are printed in the report, apart from the tool&apos;s findings.</source>
        <translation>Lo que usted ve y piensa. Sus notas se imprimen en el informe, separadas de los hallazgos de la herramienta.</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Añadir la nota</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the text does the same</source>
        <translation>Ctrl+Intro en el texto hace lo mismo</translation>
    </message>
    <message>
        <source>Bookmark the frame shown</source>
        <translation>Marcar el fotograma mostrado</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Bookmarked frames</source>
        <translation>Fotogramas marcados</translation>
    </message>
    <message>
        <source>None yet. Ctrl+D bookmarks the frame shown.</source>
        <translation>Aún no hay ninguno. Ctrl+D marca el fotograma mostrado.</translation>
    </message>
    <message>
        <source>as {0}</source>
        <translation>como {0}</translation>
    </message>
    <message>
        <source>Name the examiner in the settings.</source>
        <translation>Indique en los ajustes el nombre de quien examina.</translation>
    </message>
    <message>
        <source>Remove the bookmark of the frame shown</source>
        <translation>Quitar el marcador del fotograma mostrado</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Progress of the analysis</source>
        <translation>Progreso del análisis</translation>
    </message>
    <message>
        <source>{0} frames analysed</source>
        <translation>{0} fotogramas analizados</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} fallidos</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analizar de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Detach or attach</source>
        <translation>Separar o acoplar</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Cerrar el panel</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Evidence</source>
        <translation>Evidencias</translation>
    </message>
    <message>
        <source>Face close-up</source>
        <translation>Rostro de cerca</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Línea de tiempo</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vista previa del informe</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Drawing the page…</source>
        <translation>Dibujando la página…</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Página del informe</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Ajustar al ancho</translation>
    </message>
    <message>
        <source>Saving writes exactly what is shown here.</source>
        <translation>Al guardar se escribe exactamente lo que se muestra aquí.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Página {0} de {1}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>de {0}</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Open the images and videos of a folder</source>
        <translation>Abrir las imágenes y vídeos de una carpeta</translation>
    </message>
    <message>
        <source>Folder for the demo clip</source>
        <translation>Carpeta para el clip de demostración</translation>
    </message>
    <message>
        <source>{0} picture</source>
        <translation>Imagen {0}</translation>
    </message>
    <message>
        <source>Save the plot (not beside the evidence)</source>
        <translation>Guardar la gráfica (no junto a la evidencia)</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Go to a time or a frame</source>
        <translation>Ir a un tiempo o a un fotograma</translation>
    </message>
    <message>
        <source>Go to a time or a frame: type 0:06.5, 00:01:02.5 or 62.5 for a time, 150 for a frame, and press Enter.</source>
        <translation>Ir a un tiempo o a un fotograma: escriba 0:06.5, 00:01:02.5 o 62.5 para un tiempo, 150 para un fotograma, y pulse Intro.</translation>
    </message>
    <message>
        <source>not a time or a frame: type 0:06.5 or 150</source>
        <translation>no es un tiempo ni un fotograma: escriba 0:06.5 o 150</translation>
    </message>
</context>
<context>
    <name>PlaybackController</name>
    <message>
        <source>the decoder</source>
        <translation>el descodificador</translation>
    </message>
</context>
<context>
    <name>PlotController</name>
    <message>
        <source>the plot</source>
        <translation>la gráfica</translation>
    </message>
    <message>
        <source>Only the persons in view are drawn: {0} of {1}.</source>
        <translation>Solo se dibujan las personas a la vista: {0} de {1}.</translation>
    </message>
    <message>
        <source>Scores over time, from 0 to 1: higher speaks more for manipulation of the kinds the detectors were trained on.</source>
        <translation>Puntuaciones en el tiempo, de 0 a 1: más alto habla más a favor de una manipulación de los tipos con los que se entrenaron los detectores.</translation>
    </message>
    <message>
        <source>A gap: no usable face. A shaded span with a bar: suspicious.</source>
        <translation>Un hueco: ningún rostro utilizable. Un intervalo sombreado con una barra: sospechoso.</translation>
    </message>
    <message>
        <source>SHA-256 {0}</source>
        <translation>SHA-256 {0}</translation>
    </message>
    <message>
        <source>The analysis is not complete: only a part of the file.</source>
        <translation>El análisis no está completo: solo una parte del archivo.</translation>
    </message>
    <message>
        <source>Plot saved</source>
        <translation>Gráfica guardada</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>the preview</source>
        <translation>la vista previa</translation>
    </message>
    <message>
        <source>Overview of all files</source>
        <translation>Resumen de todos los archivos</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
</context>
<context>
    <name>ProblemsButton</name>
    <message>
        <source>Show the problems, or hide them</source>
        <translation>Mostrar u ocultar los problemas</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 problema</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} problemas</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Sin problemas</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the chosen problems, or all of them</source>
        <translation>Copiar los problemas elegidos, o todos</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>RateTable</name>
    <message>
        <source>in-domain</source>
        <translation>dentro del dominio</translation>
    </message>
    <message>
        <source>out-of-domain</source>
        <translation>fuera del dominio</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>datos de validación</translation>
    </message>
    <message>
        <source>test data, unseen originals</source>
        <translation>datos de ensayo, originales no vistos</translation>
    </message>
    <message>
        <source>whole clips, generators and sources never seen</source>
        <translation>clips enteros, generadores y fuentes nunca vistos</translation>
    </message>
    <message>
        <source>self-made blends, a method not trained on</source>
        <translation>fusiones hechas por nosotros, un método no entrenado</translation>
    </message>
    <message>
        <source>altered validation crops</source>
        <translation>recortes de validación alterados</translation>
    </message>
    <message>
        <source>unaltered</source>
        <translation>sin alterar</translation>
    </message>
    <message>
        <source>face below 100 px</source>
        <translation>cara de menos de 100 px</translation>
    </message>
    <message>
        <source>face 100 to 200 px</source>
        <translation>cara de 100 a 200 px</translation>
    </message>
    <message>
        <source>face of 200 px or more</source>
        <translation>cara de 200 px o más</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>oscuro</translation>
    </message>
    <message>
        <source>medium brightness</source>
        <translation>brillo medio</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>claro</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>borroso</translation>
    </message>
    <message>
        <source>medium sharpness</source>
        <translation>nitidez media</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>nítido</translation>
    </message>
    <message>
        <source>seen from the front</source>
        <translation>visto de frente</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>girado</translation>
    </message>
    <message>
        <source>far turned</source>
        <translation>muy girado</translation>
    </message>
    <message>
        <source>JPEG, quality 70</source>
        <translation>JPEG, calidad 70</translation>
    </message>
    <message>
        <source>JPEG, quality 40</source>
        <translation>JPEG, calidad 40</translation>
    </message>
    <message>
        <source>half the size</source>
        <translation>mitad de tamaño</translation>
    </message>
    <message>
        <source>a quarter of the size</source>
        <translation>un cuarto del tamaño</translation>
    </message>
    <message>
        <source>half the size, JPEG 40</source>
        <translation>mitad de tamaño, JPEG 40</translation>
    </message>
    <message>
        <source>blurred, 1.5 px</source>
        <translation>borrosos, 1,5 px</translation>
    </message>
    <message>
        <source>darkened</source>
        <translation>oscurecido</translation>
    </message>
    <message>
        <source>mean of the frame scores, for comparison</source>
        <translation>media de las puntuaciones por fotograma, para comparar</translation>
    </message>
    <message>
        <source>{0} measured</source>
        <translation>{0} medidos</translation>
    </message>
    <message>
        <source>{0} real, {1} fake</source>
        <translation>{0} reales, {1} falsos</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Omisiones</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>Error rates of {0}</source>
        <translation>Tasas de error de {0}</translation>
    </message>
</context>
<context>
    <name>RecallController</name>
    <message>
        <source>the results&apos; reader</source>
        <translation>el lector de resultados</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Reopen the files</source>
        <translation>Reabrir los archivos</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>The program ended unexpectedly in the run that began at {0}.</source>
        <translation>El programa terminó de forma inesperada en la ejecución iniciada el {0}.</translation>
    </message>
    <message>
        <source>One file was open; its notes and bookmarks were kept.</source>
        <translation>Había un archivo abierto; sus notas y marcadores se conservaron.</translation>
    </message>
    <message>
        <source>{0} files were open; their notes and bookmarks were kept.</source>
        <translation>Había {0} archivos abiertos; sus notas y marcadores se conservaron.</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>so many a second</source>
        <translation>tantos por segundo</translation>
    </message>
    <message>
        <source>every n-th</source>
        <translation>uno de cada n</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> por segundo</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Persons shown</source>
        <translation>Personas mostradas</translation>
    </message>
    <message>
        <source>Scores over time</source>
        <translation>Puntuaciones en el tiempo</translation>
    </message>
</context>
<context>
    <name>ScoresHeader</name>
    <message>
        <source>Person whose scores stand out</source>
        <translation>Persona cuyas puntuaciones se destacan</translation>
    </message>
    <message>
        <source>Select a span (S): figures for the scores within it. Drag its ends, or drag in the plot while you hold Shift. I and O set its ends at the frame shown.</source>
        <translation>Seleccionar un intervalo (S): cifras de las puntuaciones que contiene. Arrastre sus extremos, o arrastre en la gráfica manteniendo pulsada la tecla Mayús. I y O fijan sus extremos en el fotograma mostrado.</translation>
    </message>
    <message>
        <source>Select a span</source>
        <translation>Seleccionar intervalo</translation>
    </message>
    <message>
        <source>Key frames (T): the highest and the lowest scores of each person, and some frames chosen evenly over time.</source>
        <translation>Fotogramas elegidos (T): las puntuaciones más altas y más bajas de cada persona, y algunos fotogramas repartidos por igual en el tiempo.</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Fotogramas elegidos</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Guardar la gráfica</translation>
    </message>
    <message>
        <source>Save the plot as a picture</source>
        <translation>Guardar la gráfica como imagen</translation>
    </message>
    <message>
        <source>As PNG…</source>
        <translation>Como PNG…</translation>
    </message>
    <message>
        <source>As SVG…</source>
        <translation>Como SVG…</translation>
    </message>
    <message>
        <source>Show the scores of {0}</source>
        <translation>Mostrar las puntuaciones de {0}</translation>
    </message>
    <message>
        <source>All persons</source>
        <translation>Todas las personas</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>A still image has one score for each face.
They stand in the picture and beside the persons.</source>
        <translation>Una imagen fija tiene una puntuación por rostro.
Figura en la imagen y junto a las personas.</translation>
    </message>
    <message>
        <source>No scores.</source>
        <translation>No hay puntuaciones.</translation>
    </message>
    <message>
        <source>No scores yet.</source>
        <translation>Aún no hay puntuaciones.</translation>
    </message>
</context>
<context>
    <name>SettingCatalog</name>
    <message>
        <source>Detectors</source>
        <translation>Detectores</translation>
    </message>
    <message>
        <source>Engine and device</source>
        <translation>Motor y dispositivo</translation>
    </message>
    <message>
        <source>Frames and faces</source>
        <translation>Fotogramas y rostros</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Report header</source>
        <translation>Encabezado del informe</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Detectors to run</source>
        <translation>Detectores que se ejecutan</translation>
    </message>
    <message>
        <source>Each detector scores every face by itself. The sequence detector reads what another one sees, which is loaded for it when it is not chosen.</source>
        <translation>Cada detector puntúa cada rostro por sí mismo. El detector de secuencias lee lo que ve otro, que se carga para él cuando no está elegido.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>The program that computes the networks. Automatic takes the first that is installed; both give the same scores within 0.00001.</source>
        <translation>El programa que calcula las redes. «Automático» toma el primero que esté instalado; ambos dan las mismas puntuaciones con una diferencia máxima de 0,00001.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where one really works, and says in the report why it did not.</source>
        <translation>«Automático» toma una tarjeta gráfica donde alguna funciona de verdad, e indica en el informe por qué no lo hizo.</translation>
    </message>
    <message>
        <source>Crops at once</source>
        <translation>Recortes a la vez</translation>
    </message>
    <message>
        <source>How many face crops a network gets at once. More need more memory and make stopping slower.</source>
        <translation>Cuántos recortes de rostros recibe una red a la vez. Más recortes necesitan más memoria y hacen más lenta la detención.</translation>
    </message>
    <message>
        <source>Frames to analyse</source>
        <translation>Fotogramas por analizar</translation>
    </message>
    <message>
        <source>Frames between those analysed are not looked at. Five a second give the sequence detector a window of four seconds.</source>
        <translation>Los fotogramas situados entre los analizados no se miran. Cinco por segundo dan al detector de secuencias una ventana de cuatro segundos.</translation>
    </message>
    <message>
        <source>Window step</source>
        <translation>Paso de la ventana</translation>
    </message>
    <message>
        <source>Analysed faces between the starts of two windows of the sequence detector.</source>
        <translation>Rostros analizados entre los inicios de dos ventanas del detector de secuencias.</translation>
    </message>
    <message>
        <source> faces</source>
        <translation> rostros</translation>
    </message>
    <message>
        <source>Fewest usable faces</source>
        <translation>Mínimo de rostros utilizables</translation>
    </message>
    <message>
        <source>A person in a video with fewer usable faces gets no outcome.</source>
        <translation>Una persona con menos rostros utilizables en un vídeo no recibe resultado.</translation>
    </message>
    <message>
        <source>From which score on an outcome is stated.</source>
        <translation>Desde qué puntuación se enuncia un resultado.</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Búsqueda de rostros</translation>
    </message>
    <message>
        <source>Finds the faces. The detectors were measured on crops of CenterFace; the other is quicker and misses small faces.</source>
        <translation>Encuentra los rostros. Los detectores se midieron con recortes de CenterFace; la otra opción es más rápida y pasa por alto rostros pequeños.</translation>
    </message>
    <message>
        <source>Smallest face</source>
        <translation>Rostro más pequeño</translation>
    </message>
    <message>
        <source>A face whose shorter side is below this is found and followed, but not scored.</source>
        <translation>Un rostro cuyo lado menor es inferior a este valor se encuentra y se sigue, pero no se puntúa.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Least sharpness</source>
        <translation>Nitidez mínima</translation>
    </message>
    <message>
        <source>Variance of the Laplacian of the face below which it is not scored: blurred faces mislead the detectors.</source>
        <translation>Varianza del laplaciano del rostro por debajo de la cual no se puntúa: los rostros borrosos engañan a los detectores.</translation>
    </message>
    <message>
        <source>Search of the whole frame</source>
        <translation>Búsqueda en todo el fotograma</translation>
    </message>
    <message>
        <source>Longest time between two searches at full size. A small face that shows for less may be missed; 0 searches every frame so.</source>
        <translation>Tiempo máximo entre dos búsquedas a tamaño completo. Un rostro pequeño que se ve durante menos tiempo puede pasarse por alto; con 0 se busca así en cada fotograma.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Hueco más largo</translation>
    </message>
    <message>
        <source>A person who is not seen for longer becomes a new one.</source>
        <translation>Una persona a la que no se ve durante más tiempo pasa a ser una nueva.</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Imagen más grande</translation>
    </message>
    <message>
        <source>A larger picture is refused before it is decoded: it could not be evaluated.</source>
        <translation>Una imagen mayor se rechaza antes de decodificarla: no se pudo evaluar.</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> megapíxeles</translation>
    </message>
    <message>
        <source>Memory of the decoder</source>
        <translation>Memoria del descodificador</translation>
    </message>
    <message>
        <source>What the decoder may take; a file that needs more could not be evaluated.</source>
        <translation>Lo que puede ocupar el decodificador; un archivo que necesita más no se pudo evaluar.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Longest wait for a frame</source>
        <translation>Espera máxima por un fotograma</translation>
    </message>
    <message>
        <source>A frame that takes longer ends the analysis of that file, not of the others.</source>
        <translation>Un fotograma que tarda más termina el análisis de ese archivo, no el de los demás.</translation>
    </message>
    <message>
        <source>Longest wait for opening</source>
        <translation>Espera máxima al abrir</translation>
    </message>
    <message>
        <source>A file that takes longer to open could not be evaluated. Hashing does not count.</source>
        <translation>Un archivo que tarda más en abrirse no se pudo evaluar. El cálculo del hash no cuenta.</translation>
    </message>
    <message>
        <source>Most frames of a file</source>
        <translation>Máximo de fotogramas por archivo</translation>
    </message>
    <message>
        <source>Frames beyond this are not decoded, and the file could not be evaluated.</source>
        <translation>Los fotogramas posteriores no se decodifican y el archivo no se pudo evaluar.</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratorio</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Examinador</translation>
    </message>
    <message>
        <source>Who runs the analysis; your notes carry this name.</source>
        <translation>Quien realiza el análisis; sus notas llevan este nombre.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Revisor</translation>
    </message>
    <message>
        <source>Who reads the report before it leaves.</source>
        <translation>Quien lee el informe antes de que salga.</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Caso n.º</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>Elemento n.º</translation>
    </message>
    <message>
        <source>Printed on the report of a single file only.</source>
        <translation>Solo se imprime en el informe de un único archivo.</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autoridad</translation>
    </message>
    <message>
        <source>By what right it was asked for.</source>
        <translation>Con qué derecho se solicitó.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>What was asked for.</source>
        <translation>Qué se solicitó.</translation>
    </message>
    <message>
        <source>Requested on</source>
        <translation>Fecha de la solicitud</translation>
    </message>
    <message>
        <source>Received when</source>
        <translation>Recibido el</translation>
    </message>
    <message>
        <source>Received how</source>
        <translation>Forma de recepción</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Recibido por</translation>
    </message>
    <message>
        <source>Original or copy</source>
        <translation>Original o copia</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Idioma del informe</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>A picture for the head of the first page, PNG or JPEG.</source>
        <translation>Una imagen para el encabezado de la primera página, PNG o JPEG.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Se aplica la próxima vez que se inicie el programa.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation>Claro, oscuro o como esté configurado el sistema.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (GPU)</source>
        <translation>Tarjeta gráfica (GPU)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Measuring {0}, {1}…</source>
        <translation>Midiendo {0}, {1}…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminado.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>Default of: {0}</source>
        <translation>Valor predeterminado de: {0}</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor predeterminado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Defaults of this page</source>
        <translation>Valores predeterminados de esta página</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was broken</source>
        <translation>El archivo de ajustes estaba dañado</translation>
    </message>
    <message>
        <source>It was set aside as {0} ({1}); the defaults are used.</source>
        <translation>Se apartó como {0} ({1}); se usan los valores predeterminados.</translation>
    </message>
    <message>
        <source>Open the settings and set again what you need.</source>
        <translation>Abra los ajustes y vuelva a fijar lo que necesite.</translation>
    </message>
    <message>
        <source>Some settings could not be read</source>
        <translation>Algunos ajustes no se pudieron leer</translation>
    </message>
    <message>
        <source>The defaults are used for: {0}. A copy of the file is {1}.</source>
        <translation>Se usan los valores predeterminados para: {0}. Una copia del archivo es {1}.</translation>
    </message>
    <message>
        <source>Open the settings and set them again.</source>
        <translation>Abra los ajustes y vuelva a fijarlos.</translation>
    </message>
    <message>
        <source>The settings are those of a newer program</source>
        <translation>Los ajustes son de un programa más reciente</translation>
    </message>
    <message>
        <source>{0} is left as it is; the defaults are used.</source>
        <translation>{0} se deja como está; se usan los valores predeterminados.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Update the program.</source>
        <translation>Los cambios valen hasta que termine el programa. Actualice el programa.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Los ajustes no se pueden leer</translation>
    </message>
    <message>
        <source>{0}: {1}. The defaults are used.</source>
        <translation>{0}: {1}. Se usan los valores predeterminados.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Make the file readable.</source>
        <translation>Los cambios valen hasta que termine el programa. Haga legible el archivo.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Sin coincidencias.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Terms explained</source>
        <translation>Explicación de términos</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>En otros lugares</translation>
    </message>
</context>
<context>
    <name>SpanPanel</name>
    <message>
        <source>Select no span</source>
        <translation>No seleccionar ningún intervalo</translation>
    </message>
    <message>
        <source>Scores in the selected span</source>
        <translation>Puntuaciones en el intervalo seleccionado</translation>
    </message>
    <message>
        <source>{0} s, no analysed frame with a face</source>
        <translation>{0} s, ningún fotograma analizado con rostro</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with 1 face</source>
        <translation>{0} s, 1 fotograma analizado con 1 rostro</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with {1} faces</source>
        <translation>{0} s, 1 fotograma analizado con {1} rostros</translation>
    </message>
    <message>
        <source>{0} s, {1} analysed frames with {2} faces</source>
        <translation>{0} s, {1} fotogramas analizados con {2} rostros</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message>
        <source>All persons</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>A share of {0} of these scores is at or above {1}, the support threshold.</source>
        <translation>Una parte de {0} de estas puntuaciones está en {1}, el umbral de apoyo, o por encima.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detector</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>How many scores of this detector lie in the span</source>
        <translation>Cuántas puntuaciones de este detector quedan en el intervalo</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Arithmetic mean of these scores</source>
        <translation>Media aritmética de estas puntuaciones</translation>
    </message>
    <message>
        <source>95th</source>
        <translation>Perc. 95</translation>
    </message>
    <message>
        <source>95th percentile: 19 of 20 scores are below it</source>
        <translation>Percentil 95: 19 de cada 20 puntuaciones están por debajo</translation>
    </message>
    <message>
        <source>≥ threshold</source>
        <translation>≥ umbral</translation>
    </message>
</context>
<context>
    <name>SpeedView</name>
    <message>
        <source>Engines and devices of this computer</source>
        <translation>Motores y dispositivos de este equipo</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>Medir la velocidad</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Crops a second</source>
        <translation>Recortes/s</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>no utilizable</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>ONNX Runtime was built for: {0}</source>
        <translation>ONNX Runtime se compiló para: {0}</translation>
    </message>
</context>
<context>
    <name>StrengthScale</name>
    <message>
        <source>log10 likelihood ratio {0} on a scale limited to {1} to {2}</source>
        <translation>razón de verosimilitud log10 {0} en una escala limitada de {1} a {2}</translation>
    </message>
    <message>
        <source>not manipulated</source>
        <translation>no manipulado</translation>
    </message>
    <message>
        <source>manipulated</source>
        <translation>manipulado</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Progress of the reports</source>
        <translation>Progreso de los informes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop writing reports</source>
        <translation>Detener la escritura de informes</translation>
    </message>
    <message>
        <source>What is written already stays</source>
        <translation>Lo ya escrito se conserva</translation>
    </message>
    <message>
        <source>Report {0} of {1}: {2}</source>
        <translation>Informe {0} de {1}: {2}</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Creando el informe…</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Nothing is written there.</source>
        <translation>No hay nada escrito ahí.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ThresholdsEditor</name>
    <message>
        <source>Thresholds were changed. Reports print the changed ones beside those of the card, with a warning on the first page: the measured error rates hold for the card&apos;s thresholds only.</source>
        <translation>Se cambiaron umbrales. Los informes imprimen los cambiados junto a los de la ficha, con una advertencia en la primera página: las tasas de error medidas solo valen para los umbrales de la ficha.</translation>
    </message>
    <message>
        <source>Other thresholds than the card&apos;s</source>
        <translation>Umbrales distintos de los de la ficha</translation>
    </message>
    <message>
        <source>Support from</source>
        <translation>Apoyo desde</translation>
    </message>
    <message>
        <source>No support below</source>
        <translation>Sin apoyo por debajo de</translation>
    </message>
    <message>
        <source>The card says {0}.</source>
        <translation>La ficha dice {0}.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Position in the file</source>
        <translation>Posición en el archivo</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Seen in {0} analysed frames, usable in {1}</source>
        <translation>Visible en {0} fotogramas analizados, utilizable en {1}</translation>
    </message>
    <message>
        <source>Decided by {0}</source>
        <translation>Decidido por {0}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Frame and time shown</source>
        <translation>Fotograma y tiempo mostrados</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Velocidad de reproducción</translation>
    </message>
    <message>
        <source>Playing speed: seconds of the file in one second</source>
        <translation>Velocidad de reproducción: segundos del archivo en un segundo</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} píxeles</translation>
    </message>
    <message>
        <source>of {0}   frame {1}</source>
        <translation>de {0}   fotograma {1}</translation>
    </message>
    <message>
        <source>frame {0}</source>
        <translation>fotograma {0}</translation>
    </message>
</context>
<context>
    <name>VerdictFacts</name>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>mean {0}, 95th percentile {1}, n = {2}</source>
        <translation>media {0}, percentil 95 {1}, n = {2}</translation>
    </message>
    <message>
        <source>decides with the pooled score {0}</source>
        <translation>decide con la puntuación conjunta {0}</translation>
    </message>
    <message>
        <source>Strength of the evidence</source>
        <translation>Fuerza del resultado</translation>
    </message>
    <message>
        <source>Marked spans</source>
        <translation>Intervalos marcados</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Fotogramas declarados</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Descodificados</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidos</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analizados</translation>
    </message>
    <message>
        <source>With a face</source>
        <translation>Con un rostro</translation>
    </message>
    <message>
        <source>With a usable face</source>
        <translation>Con rostro utilizable</translation>
    </message>
    <message>
        <source>Faces not scored</source>
        <translation>Rostros no puntuados</translation>
    </message>
    <message>
        <source>The outcome of the file is the gravest of its persons&apos;.</source>
        <translation>El resultado del archivo es el más grave de los de sus personas.</translation>
    </message>
    <message>
        <source>{0} more persons are in the table above.</source>
        <translation>{0} personas más figuran en la tabla de arriba.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is at or above its threshold {2}.</source>
        <translation>La puntuación conjunta {0} de {1} está en su umbral {2} o por encima.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is below its threshold {2}.</source>
        <translation>La puntuación conjunta {0} de {1} está por debajo de su umbral {2}.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is between its thresholds {2} and {3}.</source>
        <translation>La puntuación conjunta {0} de {1} está entre sus umbrales {2} y {3}.</translation>
    </message>
    <message>
        <source>In the marked spans the scores reach the threshold {0}.</source>
        <translation>En los intervalos marcados, las puntuaciones alcanzan el umbral {0}.</translation>
    </message>
    <message>
        <source>Only faces were examined, for the kinds of manipulation the detectors were trained on: not sound, lip movement, wholly synthetic pictures, cuts or context.</source>
        <translation>Solo se examinaron rostros, y solo para los tipos de manipulación con los que se entrenaron los detectores: no el sonido, el movimiento de los labios, las imágenes totalmente sintéticas, los cortes ni el contexto.</translation>
    </message>
    <message>
        <source>Scores and strengths are not the chance that the file is fake: that depends on everything else known of the case too.</source>
        <translation>Las puntuaciones y las fuerzas no son la probabilidad de que el archivo sea falso: esta depende también de todo lo demás que se sabe del caso.</translation>
    </message>
    <message>
        <source>On material unlike the training data the detectors err more often: see the out-of-domain figures under Detectors.</source>
        <translation>Con material distinto de los datos de entrenamiento los detectores se equivocan más: véanse las cifras fuera del dominio en «Detectores».</translation>
    </message>
    <message>
        <source>Frames between those analysed were not looked at.</source>
        <translation>Los fotogramas situados entre los analizados no se miraron.</translation>
    </message>
    <message>
        <source>Thresholds were changed in the settings: the measured error rates do not hold for this outcome.</source>
        <translation>Los umbrales se cambiaron en los ajustes: las tasas de error medidas no valen para este resultado.</translation>
    </message>
    <message>
        <source>{0} and above</source>
        <translation>{0} y más</translation>
    </message>
    <message>
        <source>{0} support</source>
        <translation>apoyo {0}</translation>
    </message>
    <message>
        <source>{0} support   ◂ this result</source>
        <translation>apoyo {0}   ◂ este resultado</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Persons</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Selected person</source>
        <translation>Persona seleccionada</translation>
    </message>
    <message>
        <source>Why this outcome</source>
        <translation>Por qué este resultado</translation>
    </message>
    <message>
        <source>Frames the outcome rests on</source>
        <translation>Fotogramas en que se basa el resultado</translation>
    </message>
    <message>
        <source>What it does not show</source>
        <translation>Lo que no muestra</translation>
    </message>
    <message>
        <source>The scale of strength in words</source>
        <translation>La escala de fuerza en palabras</translation>
    </message>
    <message>
        <source>Picture and streams</source>
        <translation>Imagen y flujos</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Credenciales de contenido</translation>
    </message>
    <message>
        <source>Metadata and dates in the file</source>
        <translation>Metadatos y fechas del archivo</translation>
    </message>
    <message>
        <source>How it was analysed</source>
        <translation>Cómo se analizó</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detectores</translation>
    </message>
    <message>
        <source>Notes ({0})</source>
        <translation>Notas ({0})</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Parts of the findings</source>
        <translation>Partes de los hallazgos</translation>
    </message>
    <message>
        <source>Persons and their outcomes</source>
        <translation>Personas y sus resultados</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights files and whether they are whole</source>
        <translation>Archivos de pesos y si están íntegros</translation>
    </message>
    <message>
        <source>Check the weights</source>
        <translation>Comprobar los pesos</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detector</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demostración</translation>
    </message>
    <message>
        <source>Making the demo clip</source>
        <translation>Creando el clip de demostración</translation>
    </message>
    <message>
        <source>Making the demo clip; this takes some seconds…</source>
        <translation>Creando el clip de demostración; tarda unos segundos…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Drop images, videos or a folder here</source>
        <translation>Suelte aquí imágenes, vídeos o una carpeta</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, TIFF, HEIC and more · MP4, MOV, MKV, WebM, AVI and more</source>
        <translation>JPEG, PNG, WebP, TIFF, HEIC y más · MP4, MOV, MKV, WebM, AVI y más</translation>
    </message>
    <message>
        <source>Makes a clip of eight seconds from a public-domain portrait, with a face that is manipulated in the middle third, and opens it.</source>
        <translation>Crea un clip de ocho segundos a partir de un retrato de dominio público, con un rostro manipulado en el tercio central, y lo abre.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and the files are opened read-only.</source>
        <translation>Nada sale de este equipo, y los archivos se abren en modo de solo lectura.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>The file is hashed and read in a process of its own.</source>
        <translation>La huella del archivo se calcula y su contenido se lee en un proceso propio.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspeccionar</translation>
    </message>
    <message>
        <source>Every face is followed and scored; look where scores are high.</source>
        <translation>Cada rostro se sigue y se puntúa; mire dónde las puntuaciones son altas.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informar</translation>
    </message>
    <message>
        <source>Export what was found, with its limits, for others to check.</source>
        <translation>Exporte lo hallado, con sus límites, para que otras personas lo comprueben.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Support for manipulation</source>
        <translation>Apoyo a la manipulación</translation>
    </message>
    <message>
        <source>No support found</source>
        <translation>Sin apoyo a la manipulación</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>No concluyente</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>No aplicable</translation>
    </message>
    <message>
        <source>Could not evaluate</source>
        <translation>No se pudo evaluar</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>no se encontró ningún rostro</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>el rostro es demasiado pequeño</translation>
    </message>
    <message>
        <source>face too blurred</source>
        <translation>el rostro está demasiado borroso</translation>
    </message>
    <message>
        <source>face cut off by the picture&apos;s edge</source>
        <translation>el rostro está cortado por el borde de la imagen</translation>
    </message>
    <message>
        <source>frame damaged in the file</source>
        <translation>el fotograma está dañado en el archivo</translation>
    </message>
    <message>
        <source>too few usable frames</source>
        <translation>demasiado pocos fotogramas utilizables</translation>
    </message>
    <message>
        <source>no frame could be decoded</source>
        <translation>no se pudo descodificar ningún fotograma</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Reading its result…</source>
        <translation>Leyendo su resultado…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Analysis could not run</source>
        <translation>El análisis no pudo ejecutarse</translation>
    </message>
    <message>
        <source>Same bytes as another</source>
        <translation>Mismos bytes que otro</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Falta el archivo</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Archivo modificado</translation>
    </message>
    <message>
        <source>File unreadable</source>
        <translation>Archivo ilegible</translation>
    </message>
    <message>
        <source>Not where they were: {0}.</source>
        <translation>No están donde estaban: {0}.</translation>
    </message>
    <message>
        <source>Changed since they were analysed: {0}.</source>
        <translation>Modificados desde su análisis: {0}.</translation>
    </message>
    <message>
        <source>Cannot be read now: {0}.</source>
        <translation>No se pueden leer ahora: {0}.</translation>
    </message>
    <message>
        <source>The results shown are those of the files as they were.</source>
        <translation>Los resultados mostrados son los de los archivos tal como eran.</translation>
    </message>
    <message>
        <source>Some evidence is not as it was</source>
        <translation>Parte de la evidencia no está como estaba</translation>
    </message>
    <message>
        <source>The file is not where it was. This is the result of its analysis.</source>
        <translation>El archivo no está donde estaba. Este es el resultado de su análisis.</translation>
    </message>
    <message>
        <source>The file has changed since it was analysed. This is the result of the file as it was, by the SHA-256 in its report.</source>
        <translation>El archivo ha cambiado desde su análisis. Este es el resultado del archivo tal como era, según el SHA-256 de su informe.</translation>
    </message>
    <message>
        <source>The file cannot be read now. This is the result of its analysis.</source>
        <translation>El archivo no se puede leer ahora. Este es el resultado de su análisis.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Reading and hashing the file…</source>
        <translation>Leyendo el archivo y calculando su huella…</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Cargando los detectores…</translation>
    </message>
    <message>
        <source>Scoring faces…</source>
        <translation>Puntuando rostros…</translation>
    </message>
    <message>
        <source>Hashing the file again…</source>
        <translation>Calculando de nuevo la huella del archivo…</translation>
    </message>
    <message>
        <source>less than 10 s left</source>
        <translation>quedan menos de 10 s</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>quedan unos {0} s</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>quedan unos {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>quedan unas {0} h</translation>
    </message>
    <message>
        <source>It is analysed after the files before it.</source>
        <translation>Se analiza después de los archivos anteriores.</translation>
    </message>
    <message>
        <source>It was analysed before; nothing is analysed again.</source>
        <translation>Ya se analizó antes; no se analiza nada de nuevo.</translation>
    </message>
    <message>
        <source>There is no outcome: the scores shown cover only a part of the file.</source>
        <translation>No hay resultado: las puntuaciones mostradas abarcan solo una parte del archivo.</translation>
    </message>
    <message>
        <source>There is no outcome before the analysis is complete.</source>
        <translation>No hay resultado antes de que el análisis esté completo.</translation>
    </message>
    <message>
        <source>Analyse it again to have an outcome.</source>
        <translation>Analícelo de nuevo para tener un resultado.</translation>
    </message>
    <message>
        <source>The scores of at least one face count as support for manipulation of the kinds the detectors were trained on. Detectors err: see their figures below.</source>
        <translation>Las puntuaciones de al menos un rostro cuentan como apoyo a la manipulación de los tipos con los que se entrenaron los detectores. Los detectores se equivocan: véanse sus cifras más abajo.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have the finding confirmed by other means before anything rests on it.</source>
        <translation>Mire los intervalos marcados y haga confirmar el hallazgo por otros medios antes de basar nada en él.</translation>
    </message>
    <message>
        <source>Other kinds of manipulation, and heavy compression, can go unseen.</source>
        <translation>Otros tipos de manipulación, y una compresión fuerte, pueden pasar inadvertidos.</translation>
    </message>
    <message>
        <source>In the marked spans the scores count as support for manipulation; over the whole time of that face they do not.</source>
        <translation>En los intervalos marcados las puntuaciones cuentan como apoyo a la manipulación; en el tiempo total de ese rostro, no.</translation>
    </message>
    <message>
        <source>In the marked spans the scores allow neither conclusion; over the whole time of that face alone they would count as no support.</source>
        <translation>En los intervalos marcados las puntuaciones no permiten ninguna de las dos conclusiones; en el tiempo total de ese rostro, por sí solo, contarían como falta de apoyo.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have them checked by other means.</source>
        <translation>Mire los intervalos marcados y hágalos comprobar por otros medios.</translation>
    </message>
    <message>
        <source>The scores allow neither conclusion for at least one face.</source>
        <translation>Las puntuaciones no permiten ninguna de las dos conclusiones para al menos un rostro.</translation>
    </message>
    <message>
        <source>A copy nearer to the original, or more frames, may give a clearer answer.</source>
        <translation>Una copia más cercana al original, o más fotogramas, puede dar una respuesta más clara.</translation>
    </message>
    <message>
        <source>No face was found in the frames that were analysed.</source>
        <translation>No se encontró ningún rostro en los fotogramas analizados.</translation>
    </message>
    <message>
        <source>Faces that are turned away or hidden are not found.</source>
        <translation>Los rostros vueltos u ocultos no se encuentran.</translation>
    </message>
    <message>
        <source>No face was seen in enough usable frames.</source>
        <translation>No se vio ningún rostro en suficientes fotogramas utilizables.</translation>
    </message>
    <message>
        <source>Analyse more frames of it.</source>
        <translation>Analice más fotogramas del archivo.</translation>
    </message>
    <message>
        <source>A copy of better quality may have usable faces.</source>
        <translation>Una copia de mejor calidad puede tener rostros utilizables.</translation>
    </message>
    <message>
        <source>A detector&apos;s weights are missing</source>
        <translation>Faltan los pesos de un detector</translation>
    </message>
    <message>
        <source>A detector&apos;s card cannot be used</source>
        <translation>La ficha de un detector no se puede usar</translation>
    </message>
    <message>
        <source>A detector&apos;s weights were altered</source>
        <translation>Los pesos de un detector fueron alterados</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>El motor no se puede usar</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Memoria insuficiente</translation>
    </message>
    <message>
        <source>The face detector cannot be used</source>
        <translation>La búsqueda de rostros no se puede usar</translation>
    </message>
    <message>
        <source>The batch cannot go on</source>
        <translation>El lote no puede continuar</translation>
    </message>
    <message>
        <source>The batch is in use</source>
        <translation>El lote está en uso</translation>
    </message>
    <message>
        <source>The worker process stopped</source>
        <translation>El proceso de trabajo se detuvo</translation>
    </message>
    <message>
        <source>The cluster cannot be used</source>
        <translation>El clúster no se puede usar</translation>
    </message>
    <message>
        <source>The cluster&apos;s workers differ</source>
        <translation>Los procesos de trabajo del clúster difieren</translation>
    </message>
    <message>
        <source>The case cannot be used</source>
        <translation>El caso no se puede usar</translation>
    </message>
    <message>
        <source>The case is open already</source>
        <translation>El caso ya está abierto</translation>
    </message>
    <message>
        <source>The case cannot be kept there</source>
        <translation>El caso no se puede guardar ahí</translation>
    </message>
    <message>
        <source>A setting has no meaning</source>
        <translation>Un ajuste carece de sentido</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>El informe no se escribió</translation>
    </message>
    <message>
        <source>The report was not signed</source>
        <translation>El informe no se firmó</translation>
    </message>
    <message>
        <source>The case log cannot be written</source>
        <translation>El registro del caso no se puede escribir</translation>
    </message>
    <message>
        <source>This type of file is not opened</source>
        <translation>Este tipo de archivo no se abre</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>El archivo está dañado</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>El archivo no se puede leer</translation>
    </message>
    <message>
        <source>The file changed</source>
        <translation>El archivo cambió</translation>
    </message>
    <message>
        <source>A limit was exceeded</source>
        <translation>Se superó un límite</translation>
    </message>
    <message>
        <source>The decoder stopped</source>
        <translation>El descodificador se detuvo</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Error interno</translation>
    </message>
    <message>
        <source>{0} came up where none was expected.</source>
        <translation>Apareció {0} donde no se esperaba ningún error.</translation>
    </message>
    <message>
        <source>The log has the details. Please report it.</source>
        <translation>El registro contiene los detalles. Comunique el problema.</translation>
    </message>
    <message>
        <source>log10 likelihood ratio {0}</source>
        <translation>razón de verosimilitud log10 {0}</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Persona {0}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>The absence of detection does not show that the file is authentic.</source>
        <translation>La ausencia de detección no muestra que el archivo sea auténtico.</translation>
    </message>
    <message>
        <source>no</source>
        <comment>as in: no support</comment>
        <translation>nulo</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>as in: weak support</comment>
        <translation>débil</translation>
    </message>
    <message>
        <source>moderate</source>
        <comment>as in: moderate support</comment>
        <translation>moderado</translation>
    </message>
    <message>
        <source>moderately strong</source>
        <comment>as in: … support</comment>
        <translation>moderadamente fuerte</translation>
    </message>
    <message>
        <source>strong</source>
        <comment>as in: strong support</comment>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>very strong</source>
        <comment>as in: very strong support</comment>
        <translation>muy fuerte</translation>
    </message>
    <message>
        <source>extremely strong</source>
        <comment>as in: … support</comment>
        <translation>extremadamente fuerte</translation>
    </message>
    <message>
        <source>The scores do not support one proposition over the other.</source>
        <translation>Las puntuaciones no apoyan una proposición más que la otra.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was manipulated in one of the ways the detector was trained on, relative to the proposition that it was not.</source>
        <translation>Las puntuaciones proporcionan un apoyo {0} a la proposición de que el rostro fue manipulado de una de las formas con las que se entrenó el detector, frente a la proposición de que no lo fue.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was not manipulated in any of the ways the detector was trained on, relative to the proposition that it was.</source>
        <translation>Las puntuaciones proporcionan un apoyo {0} a la proposición de que el rostro no fue manipulado de ninguna de las formas con las que se entrenó el detector, frente a la proposición de que lo fue.</translation>
    </message>
    <message>
        <source>Valid content credentials do not show that the content is true.</source>
        <translation>Unas credenciales de contenido válidas no muestran que el contenido sea cierto.</translation>
    </message>
</context>
</TS>
