<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FaceWitness</source>
        <translation>Über FaceWitness</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>The FFmpeg that decodes</source>
        <translation>Das dekodierende FFmpeg</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>FaceWitness {0}</source>
        <translation>FaceWitness {0}</translation>
    </message>
    <message>
        <source>Face-manipulation screening for investigators. It works offline and opens evidence read-only. An outcome is the output of a tool, to be weighed by a person, never a proof by itself.</source>
        <translation>Prüfung auf Gesichtsmanipulation für Ermittelnde. Das Programm arbeitet offline und öffnet Beweismittel nur lesend. Ein Ergebnis ist die Ausgabe eines Programms, von einer Person abzuwägen, nie für sich allein ein Beweis.</translation>
    </message>
    <message>
        <source>Packages and their licences</source>
        <translation>Pakete und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Choose a package to read its licence.</source>
        <translation>Wählen Sie ein Paket, um seine Lizenz zu lesen.</translation>
    </message>
    <message>
        <source>The package brings no licence text.</source>
        <translation>Das Paket bringt keinen Lizenztext mit.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a f&amp;older…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo in a &amp;folder…</source>
        <translation>Demo in einem O&amp;rdner ausprobieren…</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>&amp;Cancel the analysis</source>
        <translation>Untersuchung &amp;abbrechen</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>A&amp;lle abbrechen</translation>
    </message>
    <message>
        <source>Analyse &amp;again</source>
        <translation>&amp;Erneut untersuchen</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abspielen oder &amp;Pause</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>Vo&amp;riges Bild</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Bilder zurück</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>Zehn Bilder vor</translation>
    </message>
    <message>
        <source>Previous analysed face</source>
        <translation>Voriges untersuchtes Gesicht</translation>
    </message>
    <message>
        <source>Next analysed face</source>
        <translation>Nächstes untersuchtes Gesicht</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>&amp;Erstes Bild</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>Letztes &amp;Bild</translation>
    </message>
    <message>
        <source>Play &amp;slower</source>
        <translation>&amp;Langsamer abspielen</translation>
    </message>
    <message>
        <source>Play &amp;faster</source>
        <translation>&amp;Schneller abspielen</translation>
    </message>
    <message>
        <source>Normal spee&amp;d</source>
        <translation>Nor&amp;male Geschwindigkeit</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Wärmebild</translation>
    </message>
    <message>
        <source>Heat map: &amp;less opaque</source>
        <translation>Wärmebild: weniger &amp;deckend</translation>
    </message>
    <message>
        <source>Heat map: &amp;more opaque</source>
        <translation>Wärmebild: s&amp;tärker deckend</translation>
    </message>
</context>
<context>
    <name>AnalysisController</name>
    <message>
        <source>the analysis</source>
        <translation>die Untersuchung</translation>
    </message>
</context>
<context>
    <name>BatchChips</name>
    <message>
        <source>Search names, places, messages</source>
        <translation>Namen, Orte, Meldungen suchen</translation>
    </message>
    <message>
        <source>Search the batch</source>
        <translation>Stapel durchsuchen</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Stützt</translation>
    </message>
    <message>
        <source>No support</source>
        <translation>Keine Stütze</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>Nicht auswertbar</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>Alle {0}</translation>
    </message>
    <message>
        <source>Show all {0} files</source>
        <translation>Alle {0} Dateien zeigen</translation>
    </message>
    <message>
        <source>Show {0}: {1}</source>
        <translation>{0} zeigen: {1}</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>the batch</source>
        <translation>der Stapel</translation>
    </message>
    <message>
        <source>It is analysed after the one before it.</source>
        <translation>Er wird nach dem vorherigen untersucht.</translation>
    </message>
    <message>
        <source>Folder added: {0}</source>
        <translation>Ordner hinzugefügt: {0}</translation>
    </message>
    <message>
        <source>It has no result yet.</source>
        <translation>Es liegt noch kein Ergebnis vor.</translation>
    </message>
    <message>
        <source>{0} is still to be analysed</source>
        <translation>{0} ist noch zu untersuchen</translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Batch that is shown</source>
        <translation>Angezeigter Stapel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>End the run now. Files in work wait again; what is finished is kept.</source>
        <translation>Den Lauf jetzt beenden. Begonnene Dateien warten wieder; Fertiges bleibt erhalten.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>{0} · results in {1}</source>
        <translation>{0} · Ergebnisse in {1}</translation>
    </message>
    <message>
        <source>{0} of {1} files finished</source>
        <translation>{0} von {1} Dateien fertig</translation>
    </message>
    <message>
        <source>Reading what was found before…</source>
        <translation>Frühere Ergebnisse werden gelesen…</translation>
    </message>
    <message>
        <source>Looking for images and videos</source>
        <translation>Suche nach Bildern und Videos</translation>
    </message>
    <message>
        <source>{0} files so far</source>
        <translation>bisher {0} Dateien</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Pausing: what is in work is brought to its end</source>
        <translation>Pause folgt: Begonnenes wird zu Ende geführt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>Konnte nicht fortfahren</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Detektoren werden geladen…</translation>
    </message>
    <message>
        <source>Checking what is finished…</source>
        <translation>Fertiges wird geprüft…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>{0} still to do</source>
        <translation>noch {0} offen</translation>
    </message>
    <message>
        <source>{0} cancelled</source>
        <translation>{0} abgebrochen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Analyse what is left</source>
        <translation>Übriges untersuchen</translation>
    </message>
    <message>
        <source>Begin no further file</source>
        <translation>Keine weitere Datei beginnen</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Reason of the selected file</source>
        <translation>Grund zur ausgewählten Datei</translation>
    </message>
    <message>
        <source>Files of the batch</source>
        <translation>Dateien des Stapels</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Ordner hier ablegen</translation>
    </message>
    <message>
        <source>All images and videos in it, and in the folders inside, are analysed one after
the other. You can pause at any time; after a crash it goes on where it was.</source>
        <translation>Alle Bilder und Videos darin, auch in Unterordnern, werden nacheinander untersucht.
Pause ist jederzeit möglich; nach einem Absturz geht es an derselben Stelle weiter.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show the &amp;reason</source>
        <translation>&amp;Grund zeigen</translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>&amp;Erneut untersuchen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Remove &amp;from the list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>{0} of {1} files are shown</source>
        <translation>{0} von {1} Dateien werden gezeigt</translation>
    </message>
    <message>
        <source>{0} files are selected</source>
        <translation>{0} Dateien sind ausgewählt</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>{0} persons; {1} faces scored in {2} frames that were examined</source>
        <translation>{0} Personen; {1} Gesichter bewertet in {2} untersuchten Bildern</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{0} % examined</source>
        <translation>{0} % untersucht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Batch – FaceWitness</source>
        <translation>Stapel – FaceWitness</translation>
    </message>
</context>
<context>
    <name>BookmarkRow</name>
    <message>
        <source>Frame {0} · {1}</source>
        <translation>Bild {0} · {1}</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation>Gehe zu: {0}</translation>
    </message>
    <message>
        <source>Show this frame</source>
        <translation>Dieses Bild zeigen</translation>
    </message>
    <message>
        <source>Remark to: {0}</source>
        <translation>Bemerkung zu: {0}</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
</context>
<context>
    <name>CaseController</name>
    <message>
        <source>the case</source>
        <translation>der Fall</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Folder for the results of the batch (not the evidence&apos;s own)</source>
        <translation>Ordner für die Ergebnisse des Stapels (nicht der des Beweismittels)</translation>
    </message>
    <message>
        <source>Folder to analyse, with all folders in it</source>
        <translation>Zu untersuchender Ordner, mit allen Unterordnern</translation>
    </message>
    <message>
        <source>Folder with the results of a batch</source>
        <translation>Ordner mit den Ergebnissen eines Stapels</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>New case: name its folder</source>
        <translation>Neuer Fall: Ordner benennen</translation>
    </message>
    <message>
        <source>Save as a case: name its folder</source>
        <translation>Als Fall speichern: Ordner benennen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>This session is not saved</source>
        <translation>Diese Sitzung ist nicht gespeichert</translation>
    </message>
    <message>
        <source>Results and notes that are in no case are gone when you leave.</source>
        <translation>Ergebnisse und Notizen, die in keinem Fall liegen, gehen beim Beenden verloren.</translation>
    </message>
    <message>
        <source>Save as a case…</source>
        <translation>Als Fall speichern…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Fall</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Neuer Fall…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>Fall ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>&amp;Zuletzt geöffnete Fälle</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>Fall s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Add a folder as a batch…</source>
        <translation>&amp;Ordner als Stapel hinzufügen…</translation>
    </message>
    <message>
        <source>Open the results of a &amp;batch…</source>
        <translation>&amp;Ergebnisse eines Stapels öffnen…</translation>
    </message>
    <message>
        <source>Show the ba&amp;tch</source>
        <translation>S&amp;tapel zeigen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>ChecksController</name>
    <message>
        <source>the checks</source>
        <translation>die Prüfungen</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy: {0}</source>
        <translation>Kopieren: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Face as the network read it</source>
        <translation>Gesicht, wie das Netz es gelesen hat</translation>
    </message>
</context>
<context>
    <name>DemoController</name>
    <message>
        <source>the demo clip</source>
        <translation>der Demo-Clip</translation>
    </message>
    <message>
        <source>The face is manipulated from {0}: we know, because we made it so. The clip is at {1}.</source>
        <translation>Das Gesicht ist in der Zeitspanne {0} manipuliert: Das wissen wir, weil wir es so erzeugt haben. Der Clip liegt unter {1}.</translation>
    </message>
    <message>
        <source>This is the demo clip</source>
        <translation>Dies ist der Demo-Clip</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Images and videos</source>
        <translation>Bilder und Videos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open images or videos</source>
        <translation>Bilder oder Videos öffnen</translation>
    </message>
    <message>
        <source>Folder for the report (not the evidence&apos;s own)</source>
        <translation>Ordner für den Bericht (nicht der des Beweismittels)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Still busy: {0}.</source>
        <translation>Noch nicht fertig: {0}.</translation>
    </message>
    <message>
        <source>Close the window again to leave without waiting.</source>
        <translation>Das Fenster erneut schließen, um ohne Warten zu beenden.</translation>
    </message>
    <message>
        <source>Not everything has stopped</source>
        <translation>Noch ist nicht alles gestoppt</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Drop images or videos here</source>
        <translation>Bilder oder Videos hier ablegen</translation>
    </message>
    <message>
        <source>Panels in the same place</source>
        <translation>Bereiche an derselben Stelle</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>&amp;Wiederherstellen: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Protokoll des Programms</translation>
    </message>
</context>
<context>
    <name>DetectorFacts</name>
    <message>
        <source>The thresholds were changed in the settings. The error rates below hold for the card&apos;s thresholds only.</source>
        <translation>Die Schwellen wurden in den Einstellungen geändert. Die Fehlerraten unten gelten nur für die Schwellen der Karte.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Weights SHA-256</source>
        <translation>SHA-256 der Gewichte</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>support from {0}, no support below {1}</source>
        <translation>Stütze ab {0}, keine Stütze unter {1}</translation>
    </message>
    <message>
        <source>Thresholds of the card</source>
        <translation>Schwellen der Karte</translation>
    </message>
    <message>
        <source>{0} in validation</source>
        <translation>{0} bei der Validierung</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>not calibrated: no strength is stated by it</source>
        <translation>nicht kalibriert: Der Detektor gibt keine Stärke an</translation>
    </message>
    <message>
        <source>log10 likelihood ratio from {0} to {1}</source>
        <translation>log10 Likelihood-Quotient von {0} bis {1}</translation>
    </message>
</context>
<context>
    <name>DetectorSection</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>No error rates are at hand: the card of these weights is not installed.</source>
        <translation>Es liegen keine Fehlerraten vor: Die Karte dieser Gewichte ist nicht installiert.</translation>
    </message>
    <message>
        <source>Error rates, each above its interval</source>
        <translation>Fehlerraten, jeweils mit dem Intervall darunter</translation>
    </message>
    <message>
        <source>Limits stated by the card</source>
        <translation>Grenzen laut Karte</translation>
    </message>
</context>
<context>
    <name>DetectorsView</name>
    <message>
        <source>The detectors are named here once they are loaded.</source>
        <translation>Die Detektoren werden hier genannt, sobald sie geladen sind.</translation>
    </message>
</context>
<context>
    <name>EditController</name>
    <message>
        <source>remove a file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <source>remove files</source>
        <translation>Dateien entfernen</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>amend a note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>remove a note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>bookmark a frame</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>name a bookmark</source>
        <translation>Lesezeichen benennen</translation>
    </message>
    <message>
        <source>remove a bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>the report</source>
        <translation>der Bericht</translation>
    </message>
    <message>
        <source>Select fewer, or write the reports without a preview.</source>
        <translation>Weniger auswählen oder die Berichte ohne Vorschau schreiben.</translation>
    </message>
    <message>
        <source>Too many for a preview</source>
        <translation>Zu viele für eine Vorschau</translation>
    </message>
    <message>
        <source>{0} files are too many for a preview; at most {1} are shown.</source>
        <translation>{0} Dateien sind zu viele für eine Vorschau; höchstens {1} werden gezeigt.</translation>
    </message>
    <message>
        <source>{0} files in {1}</source>
        <translation>{0} Dateien in {1}</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Bericht geschrieben</translation>
    </message>
    <message>
        <source>Not written: {0}.</source>
        <translation>Nicht geschrieben: {0}.</translation>
    </message>
    <message>
        <source>Stopped: a part is written</source>
        <translation>Gestoppt: Ein Teil ist geschrieben</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>No report was written.</source>
        <translation>Es wurde kein Bericht geschrieben.</translation>
    </message>
</context>
<context>
    <name>FaceController</name>
    <message>
        <source>the heat maps</source>
        <translation>die Wärmebilder</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Detector whose input is shown</source>
        <translation>Detektor, dessen Eingabe gezeigt wird</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <source>Heat map (H): the places in this crop that moved the network towards manipulated. It does not show where a face was altered.</source>
        <translation>Wärmebild (H): die Stellen in diesem Ausschnitt, die das Netz in Richtung „manipuliert“ bewegt haben. Es zeigt nicht, wo ein Gesicht verändert wurde.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Deckkraft des Wärmebilds</translation>
    </message>
    <message>
        <source>Working out the heat map…</source>
        <translation>Wärmebild wird berechnet…</translation>
    </message>
    <message>
        <source>Frame {0}, {1} x {2} pixels, as {3} read it: score {4}</source>
        <translation>Bild {0}, {1} x {2} Bildpunkte, wie {3} es gelesen hat: Wert {4}</translation>
    </message>
    <message>
        <source>This frame was not analysed, so no network read it. Ctrl+Left and Ctrl+Right go to analysed faces.</source>
        <translation>Dieses Bild wurde nicht untersucht, daher hat kein Netz es gelesen. Strg+Links und Strg+Rechts führen zu untersuchten Gesichtern.</translation>
    </message>
    <message>
        <source>No face here.</source>
        <translation>Hier ist kein Gesicht.</translation>
    </message>
</context>
<context>
    <name>FaceWords</name>
    <message>
        <source>Shows what moved the network, not where the face was altered.</source>
        <translation>Zeigt, was das Netz bewegt hat, nicht wo das Gesicht verändert wurde.</translation>
    </message>
    <message>
        <source>In checks on validation crops (docs/validation.md) these maps were much alike from face to face, and covering what they mark lowered the score no more than covering places drawn at random. They say little about this face.</source>
        <translation>In Prüfungen an Validierungsausschnitten (docs/validation.md) glichen sich diese Karten von Gesicht zu Gesicht stark, und das Abdecken des Markierten senkte den Wert nicht mehr als das Abdecken zufälliger Stellen. Sie sagen wenig über dieses Gesicht.</translation>
    </message>
    <message>
        <source>Nothing in this face moved the network towards manipulated: the map is empty.</source>
        <translation>Nichts in diesem Gesicht hat das Netz in Richtung „manipuliert“ bewegt: Das Wärmebild ist leer.</translation>
    </message>
    <message>
        <source>No network read this face: {0}.</source>
        <translation>Kein Netz hat dieses Gesicht gelesen: {0}.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>FolderController</name>
    <message>
        <source>the folder&apos;s list</source>
        <translation>die Liste des Ordners</translation>
    </message>
    <message>
        <source>{0} has more than {1} files</source>
        <translation>{0} hat mehr als {1} Dateien</translation>
    </message>
    <message>
        <source>They are analysed as a batch.</source>
        <translation>Sie werden als Stapel untersucht.</translation>
    </message>
    <message>
        <source>Nothing to open in {0}</source>
        <translation>Nichts zu öffnen in {0}</translation>
    </message>
    <message>
        <source>There is no image or video in this folder or in those inside it.</source>
        <translation>In diesem Ordner und seinen Unterordnern ist kein Bild oder Video.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>A number from 0 to 1 that a detector gives a face: the higher, the more it looks like the manipulated faces of its training. It is not the chance that the face is manipulated.</source>
        <translation>Eine Zahl von 0 bis 1, die ein Detektor einem Gesicht gibt: Je höher, desto mehr gleicht es den manipulierten Gesichtern der Trainingsdaten. Sie ist nicht die Wahrscheinlichkeit, dass das Gesicht manipuliert ist.</translation>
    </message>
    <message>
        <source>Threshold (operating point)</source>
        <translation>Schwelle (Arbeitspunkt)</translation>
    </message>
    <message>
        <source>The score from which on an outcome is stated, chosen on validation data so that false alarms stay rare.</source>
        <translation>Der Wert, ab dem ein Ergebnis genannt wird; an Validierungsdaten so gewählt, dass Fehlalarme selten bleiben.</translation>
    </message>
    <message>
        <source>Strength (likelihood ratio)</source>
        <translation>Stärke (Likelihood-Quotient)</translation>
    </message>
    <message>
        <source>How many times as frequent such scores are with manipulated faces as with others, in the calibration data. Its logarithm is 0 where the scores speak for neither; it is bounded by what the data can show.</source>
        <translation>Wievielmal so häufig solche Werte in den Kalibrierdaten bei manipulierten Gesichtern sind wie bei anderen. Der Logarithmus ist 0, wo die Werte für keine der beiden Seiten sprechen; er ist durch das begrenzt, was die Daten tragen.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>How much of the file the outcome rests on: frames decoded, examined, with a face, and with a face good enough to be scored.</source>
        <translation>Auf wie viel der Datei das Ergebnis beruht: Bilder dekodiert, untersucht, mit Gesicht und mit einem Gesicht, das zur Bewertung gut genug ist.</translation>
    </message>
    <message>
        <source>Pooled score</source>
        <translation>Zusammengefasster Wert</translation>
    </message>
    <message>
        <source>The scores of a person&apos;s frames joined into one: the mean of their logits. It is compared with the thresholds.</source>
        <translation>Die Werte der Bilder einer Person, zu einem vereint: das Mittel ihrer Logits. Er wird mit den Schwellen verglichen.</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUC)</source>
        <translation>Fläche unter der ROC-Kurve (AUC)</translation>
    </message>
    <message>
        <source>How well a detector ranks: 1.0 puts every manipulated face above every other, 0.5 is a coin toss.</source>
        <translation>Wie gut ein Detektor ordnet: 1,0 stellt jedes manipulierte Gesicht über jedes andere, 0,5 ist ein Münzwurf.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Share of real faces whose score is at or above the support threshold.</source>
        <translation>Anteil echter Gesichter, deren Wert auf oder über der Schwelle für Stütze liegt.</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Auslassungen</translation>
    </message>
    <message>
        <source>Share of manipulated faces whose score is below the support threshold.</source>
        <translation>Anteil manipulierter Gesichter, deren Wert unter der Schwelle für Stütze liegt.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Vertrauensintervall zu 95 %</translation>
    </message>
    <message>
        <source>The range that holds the true figure in 95 of 100 such measurements; few samples make it wide.</source>
        <translation>Der Bereich, der bei 95 von 100 solchen Messungen den wahren Wert enthält; wenige Proben machen ihn breit.</translation>
    </message>
    <message>
        <source>In-domain and out-of-domain</source>
        <translation>Domänenintern und domänenfremd</translation>
    </message>
    <message>
        <source>In-domain figures come from data like the training data; out-of-domain ones from other sources and other kinds of manipulation. Detectors err more often out of domain.</source>
        <translation>Domäneninterne Zahlen stammen von Daten wie den Trainingsdaten, domänenfremde von anderen Quellen und anderen Arten von Manipulation. Auf domänenfremden Daten irren Detektoren häufiger.</translation>
    </message>
    <message>
        <source>Person (track)</source>
        <translation>Person (Spur)</translation>
    </message>
    <message>
        <source>A face followed over time within one shot. The same person in another shot has another number.</source>
        <translation>Ein Gesicht, über die Zeit innerhalb einer Einstellung verfolgt. Derselbe Mensch hat in einer anderen Einstellung eine andere Nummer.</translation>
    </message>
    <message>
        <source>Marked span</source>
        <translation>Markierte Spanne</translation>
    </message>
    <message>
        <source>A time span in which the scores stay at or above a threshold: that of support, or that of no support where the face as a whole lies below it.</source>
        <translation>Eine Zeitspanne, in der die Werte auf oder über einer Schwelle bleiben: der für Stütze, oder der für keine Stütze, wo das Gesicht als Ganzes darunter liegt.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Wärmebild</translation>
    </message>
    <message>
        <source>Where in the crop the score comes from. It shows what moved the network, not where a face was altered.</source>
        <translation>Woher im Ausschnitt der Wert kommt. Es zeigt, was das Netz bewegt hat, nicht wo ein Gesicht verändert wurde.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>The square cut around a face that a network sees, always with the margin it was trained on.</source>
        <translation>Das um ein Gesicht geschnittene Quadrat, das ein Netz sieht, stets mit dem Rand, auf den es trainiert wurde.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of a file: two files with the same one have the same bytes.</source>
        <translation>Ein Fingerabdruck einer Datei: Zwei Dateien mit demselben haben dieselben Bytes.</translation>
    </message>
    <message>
        <source>Content credentials (C2PA)</source>
        <translation>Herkunftsnachweise (C2PA)</translation>
    </message>
    <message>
        <source>A signed statement inside a file on how it was made. Valid ones show that what was signed is unchanged, not that it is true.</source>
        <translation>Eine signierte Aussage in einer Datei darüber, wie sie entstanden ist. Gültige zeigen, dass das Signierte unverändert ist, nicht dass es wahr ist.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>What a camera or program wrote into the file. It is easily changed and never decides an outcome.</source>
        <translation>Was eine Kamera oder ein Programm in die Datei geschrieben hat. Sie sind leicht zu ändern und entscheiden nie über ein Ergebnis.</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>A network with its weights and its card, which says what it was trained on and how often it errs.</source>
        <translation>Ein Netz mit seinen Gewichten und seiner Karte, die sagt, worauf es trainiert wurde und wie oft es irrt.</translation>
    </message>
    <message>
        <source>Kinds of manipulation</source>
        <translation>Arten von Manipulation</translation>
    </message>
    <message>
        <source>Face swap: another face is put in. Reenactment: the face is made to move otherwise. Entire synthesis: there never was such a face.</source>
        <translation>Gesichtstausch: Ein anderes Gesicht wird eingesetzt. Nachspielen: Das Gesicht wird anders bewegt. Vollständige Erzeugung: Ein solches Gesicht gab es nie.</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State or outcome</source>
        <translation>Stand oder Ergebnis</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Open files</source>
        <translation>Geöffnete Dateien</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>Untersuchung abbrechen</translation>
    </message>
    <message>
        <source>Cancel the analyses</source>
        <translation>Untersuchungen abbrechen</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Erneut untersuchen</translation>
    </message>
    <message>
        <source>Analyse these files again</source>
        <translation>Diese Dateien erneut untersuchen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove these files from the list</source>
        <translation>Diese Dateien aus der Liste entfernen</translation>
    </message>
</context>
<context>
    <name>KeyFrameController</name>
    <message>
        <source>the key frames</source>
        <translation>die ausgewählten Bilder</translation>
    </message>
    <message>
        <source>No key frames: there is no result.</source>
        <translation>Keine ausgewählten Bilder: Es gibt kein Ergebnis.</translation>
    </message>
    <message>
        <source>Key frames are chosen when the analysis is complete.</source>
        <translation>Bilder werden ausgewählt, wenn die Untersuchung vollständig ist.</translation>
    </message>
    <message>
        <source>Choosing key frames…</source>
        <translation>Bilder werden ausgewählt…</translation>
    </message>
    <message>
        <source>No key frames: no face was found.</source>
        <translation>Keine ausgewählten Bilder: Es wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>Some key frames could not be read again.</source>
        <translation>Einige ausgewählte Bilder konnten nicht erneut gelesen werden.</translation>
    </message>
</context>
<context>
    <name>KeyFrameStrip</name>
    <message>
        <source>Key frames</source>
        <translation>Ausgewählte Bilder</translation>
    </message>
</context>
<context>
    <name>KeyFrames</name>
    <message>
        <source>highest</source>
        <translation>höchster</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>niedrigster</translation>
    </message>
    <message>
        <source>spaced</source>
        <translation>verteilt</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>{0} at {1}: among the highest scores ({2})</source>
        <translation>{0} bei {1}: einer der höchsten Werte ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: the lowest score ({2})</source>
        <translation>{0} bei {1}: der niedrigste Wert ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: chosen evenly over time (score {2})</source>
        <translation>{0} bei {1}: gleichmäßig über die Zeit gewählt (Wert {2})</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>no support &lt; {0}</source>
        <translation>keine Stütze &lt; {0}</translation>
    </message>
    <message>
        <source>support ≥ {0}</source>
        <translation>Stütze ≥ {0}</translation>
    </message>
    <message>
        <source>Operating points of the detector that decides, from its card: from the upper one on, scores count as support for manipulation; below the lower one, no support is found; between them nothing can be concluded.</source>
        <translation>Arbeitspunkte des entscheidenden Detektors, aus seiner Karte: Ab dem oberen gelten Werte als Stütze für Manipulation; unter dem unteren wird keine Stütze gefunden; dazwischen ist kein Schluss möglich.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Third-party licenses</source>
        <translation>Lizenzen Dritter</translation>
    </message>
    <message>
        <source>FaceWitness contains the work of others, under their own terms.</source>
        <translation>FaceWitness enthält die Arbeit anderer, zu deren eigenen Bedingungen.</translation>
    </message>
    <message>
        <source>List of parts and their licenses</source>
        <translation>Liste der Bestandteile und ihrer Lizenzen</translation>
    </message>
    <message>
        <source>The full texts: {0}</source>
        <translation>Die vollständigen Texte: {0}</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Bericht exportieren</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} to go</source>
        <translation>noch {0} zu untersuchen</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>alles fertig</translation>
    </message>
</context>
<context>
    <name>MediaFacts</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The name&apos;s ending does not fit the content.</source>
        <translation>Die Dateiendung passt nicht zum Inhalt.</translation>
    </message>
    <message>
        <source>not hashed again</source>
        <translation>Prüfsumme nicht erneut gebildet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>NEIN</translation>
    </message>
    <message>
        <source>SHA-256 after the analysis</source>
        <translation>SHA-256 nach der Untersuchung</translation>
    </message>
    <message>
        <source>Same after analysis</source>
        <translation>Nach der Untersuchung gleich</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} Bildpunkte</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Bilder laut Datei</translation>
    </message>
    <message>
        <source>Stream {0}: {1}</source>
        <translation>Strom {0}: {1}</translation>
    </message>
    <message>
        <source>Stream {0}: {1}, analysed</source>
        <translation>Strom {0}: {1}, untersucht</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} Bilder je Sekunde</translation>
    </message>
    <message>
        <source>{0} frames declared</source>
        <translation>{0} Bilder laut Datei</translation>
    </message>
    <message>
        <source>starts at {0}</source>
        <translation>beginnt bei {0}</translation>
    </message>
    <message>
        <source>turned by {0}°</source>
        <translation>um {0}° gedreht</translation>
    </message>
    <message>
        <source>The file carries no metadata.</source>
        <translation>Die Datei enthält keine Metadaten.</translation>
    </message>
    <message>
        <source>Easily changed; it never decides an outcome.</source>
        <translation>Leicht zu ändern; sie entscheiden nie über ein Ergebnis.</translation>
    </message>
    <message>
        <source>{0} more are in the JSON report.</source>
        <translation>{0} weitere stehen im JSON-Bericht.</translation>
    </message>
    <message>
        <source>Content credentials: absent</source>
        <translation>Herkunftsnachweise: keine</translation>
    </message>
    <message>
        <source>Content credentials: elsewhere, not visited</source>
        <translation>Herkunftsnachweise: anderswo, nicht aufgesucht</translation>
    </message>
    <message>
        <source>Content credentials: valid</source>
        <translation>Herkunftsnachweise: gültig</translation>
    </message>
    <message>
        <source>Content credentials: INVALID</source>
        <translation>Herkunftsnachweise: UNGÜLTIG</translation>
    </message>
    <message>
        <source>Content credentials: could not be examined</source>
        <translation>Herkunftsnachweise: konnten nicht untersucht werden</translation>
    </message>
    <message>
        <source>Content credentials: not examined</source>
        <translation>Herkunftsnachweise: nicht untersucht</translation>
    </message>
    <message>
        <source>They are examined when the file is analysed.</source>
        <translation>Sie werden untersucht, wenn die Datei untersucht wird.</translation>
    </message>
    <message>
        <source>There are none in the file. Most files have none.</source>
        <translation>Die Datei enthält keine. Die meisten Dateien enthalten keine.</translation>
    </message>
    <message>
        <source>The file refers to an address for them. It was not visited: no network.</source>
        <translation>Die Datei verweist dafür auf eine Adresse. Diese wurde nicht aufgesucht: kein Netzwerkzugriff.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Signiert am</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erzeugt von</translation>
    </message>
    <message>
        <source>Stated actions</source>
        <translation>Genannte Schritte</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Mängel</translation>
    </message>
    <message>
        <source>No list of trusted signers is applied: anyone can sign with any name.</source>
        <translation>Es wird keine Liste vertrauenswürdiger Unterzeichner angewandt: Jeder kann mit jedem Namen signieren.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Gesichtssuche</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Command that repeats it</source>
        <translation>Befehl zur Wiederholung</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} Bytes</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message>
        <source>Opening the file…</source>
        <translation>Datei wird geöffnet…</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>scores by {0}</source>
        <translation>Werte von {0}</translation>
    </message>
    <message>
        <source>between analysed frames, boxes estimated</source>
        <translation>zwischen untersuchten Bildern, Rahmen geschätzt</translation>
    </message>
    <message>
        <source>no face here</source>
        <translation>kein Gesicht hier</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Untersuchung</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Go to a time or frame…</source>
        <translation>Zu Zeit oder Bild &amp;gehen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation>Bild &amp;einpassen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Zoom to the &amp;face</source>
        <translation>Auf Ge&amp;sicht zoomen</translation>
    </message>
    <message>
        <source>&amp;Move the picture</source>
        <translation>Bild &amp;verschieben</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>To the &amp;left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>To the &amp;right</source>
        <translation>Nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Time line</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Show the &amp;whole file</source>
        <translation>&amp;Ganze Datei zeigen</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;in</source>
        <translation>Zeitleiste ve&amp;rgrößern</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;out</source>
        <translation>Zeitleiste ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Select a span</source>
        <translation>Spanne &amp;auswählen</translation>
    </message>
    <message>
        <source>The span &amp;begins here</source>
        <translation>Spanne &amp;beginnt hier</translation>
    </message>
    <message>
        <source>The span en&amp;ds here</source>
        <translation>Spanne &amp;endet hier</translation>
    </message>
    <message>
        <source>&amp;Key frames</source>
        <translation>Ausgewählte B&amp;ilder</translation>
    </message>
    <message>
        <source>Save the plot as &amp;PNG…</source>
        <translation>Diagramm als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>Save the plot as S&amp;VG…</source>
        <translation>Diagramm als S&amp;VG speichern…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Terms explained</source>
        <translation>B&amp;egriffe erklärt</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>&amp;Log of the program</source>
        <translation>Protoko&amp;ll des Programms</translation>
    </message>
    <message>
        <source>Check the &amp;weights…</source>
        <translation>&amp;Gewichte prüfen…</translation>
    </message>
    <message>
        <source>Third-party &amp;licenses</source>
        <translation>&amp;Lizenzen Dritter</translation>
    </message>
    <message>
        <source>&amp;About FaceWitness</source>
        <translation>Ü&amp;ber FaceWitness</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Bookmark the frame shown, or not</source>
        <translation>&amp;Lesezeichen für gezeigtes Bild setzen/entfernen</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>Be&amp;richte</translation>
    </message>
    <message>
        <source>&amp;Preview the PDF…</source>
        <translation>&amp;Vorschau der PDF-Datei…</translation>
    </message>
    <message>
        <source>All &amp;formats…</source>
        <translation>Alle &amp;Formate…</translation>
    </message>
    <message>
        <source>&amp;Selected files</source>
        <translation>&amp;Ausgewählte Dateien</translation>
    </message>
    <message>
        <source>&amp;Everything open</source>
        <translation>Alles &amp;Geöffnete</translation>
    </message>
    <message>
        <source>&amp;Preview the PDFs…</source>
        <translation>&amp;Vorschau der PDF-Dateien…</translation>
    </message>
    <message>
        <source>&amp;Selected files ({0})</source>
        <translation>&amp;Ausgewählte Dateien ({0})</translation>
    </message>
    <message>
        <source>&amp;Everything open ({0})</source>
        <translation>Alles &amp;Geöffnete ({0})</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>Amend the note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>Amended note</source>
        <translation>Geänderte Notiz</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>What you see and think. Your notes are printed in the report, apart from the tool&apos;s findings.</source>
        <translation>Was Sie sehen und denken. Ihre Notizen werden im Bericht gedruckt, getrennt von den Befunden des Programms.</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the text does the same</source>
        <translation>Strg+Enter im Text bewirkt dasselbe</translation>
    </message>
    <message>
        <source>Bookmark the frame shown</source>
        <translation>Lesezeichen für gezeigtes Bild setzen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Bookmarked frames</source>
        <translation>Bilder mit Lesezeichen</translation>
    </message>
    <message>
        <source>None yet. Ctrl+D bookmarks the frame shown.</source>
        <translation>Noch keine. Strg+D setzt ein Lesezeichen für das gezeigte Bild.</translation>
    </message>
    <message>
        <source>as {0}</source>
        <translation>als {0}</translation>
    </message>
    <message>
        <source>Name the examiner in the settings.</source>
        <translation>Die bearbeitende Person in den Einstellungen nennen.</translation>
    </message>
    <message>
        <source>Remove the bookmark of the frame shown</source>
        <translation>Lesezeichen des gezeigten Bildes entfernen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Untersuchung</translation>
    </message>
    <message>
        <source>{0} frames analysed</source>
        <translation>{0} Bilder untersucht</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} gescheitert</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Erneut untersuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Detach or attach</source>
        <translation>Abdocken oder andocken</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Bereich schließen</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Evidence</source>
        <translation>Beweismittel</translation>
    </message>
    <message>
        <source>Face close-up</source>
        <translation>Gesicht in Nahansicht</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Drawing the page…</source>
        <translation>Seite wird gezeichnet…</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Seite des Berichts</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Saving writes exactly what is shown here.</source>
        <translation>Gespeichert wird genau das, was hier gezeigt ist.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Open the images and videos of a folder</source>
        <translation>Bilder und Videos eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Folder for the demo clip</source>
        <translation>Ordner für den Demo-Clip</translation>
    </message>
    <message>
        <source>{0} picture</source>
        <translation>{0}-Bild</translation>
    </message>
    <message>
        <source>Save the plot (not beside the evidence)</source>
        <translation>Diagramm speichern (nicht neben dem Beweismittel)</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Go to a time or a frame</source>
        <translation>Zu einer Zeit oder einem Bild gehen</translation>
    </message>
    <message>
        <source>Go to a time or a frame: type 0:06.5, 00:01:02.5 or 62.5 for a time, 150 for a frame, and press Enter.</source>
        <translation>Zu einer Zeit oder einem Bild gehen: 0:06.5, 00:01:02.5 oder 62.5 für eine Zeit, 150 für ein Bild eingeben und Enter drücken.</translation>
    </message>
    <message>
        <source>not a time or a frame: type 0:06.5 or 150</source>
        <translation>weder Zeit noch Bild: 0:06.5 oder 150 eingeben</translation>
    </message>
</context>
<context>
    <name>PlaybackController</name>
    <message>
        <source>the decoder</source>
        <translation>der Decoder</translation>
    </message>
</context>
<context>
    <name>PlotController</name>
    <message>
        <source>the plot</source>
        <translation>das Diagramm</translation>
    </message>
    <message>
        <source>Only the persons in view are drawn: {0} of {1}.</source>
        <translation>Nur die angezeigten Personen sind gezeichnet: {0} von {1}.</translation>
    </message>
    <message>
        <source>Scores over time, from 0 to 1: higher speaks more for manipulation of the kinds the detectors were trained on.</source>
        <translation>Werte über die Zeit, von 0 bis 1: Höhere sprechen mehr für Manipulation der Arten, auf die die Detektoren trainiert sind.</translation>
    </message>
    <message>
        <source>A gap: no usable face. A shaded span with a bar: suspicious.</source>
        <translation>Lücke: kein brauchbares Gesicht. Schattierte Spanne mit Balken: verdächtig.</translation>
    </message>
    <message>
        <source>SHA-256 {0}</source>
        <translation>SHA-256 {0}</translation>
    </message>
    <message>
        <source>The analysis is not complete: only a part of the file.</source>
        <translation>Die Untersuchung ist nicht vollständig: nur ein Teil der Datei.</translation>
    </message>
    <message>
        <source>Plot saved</source>
        <translation>Diagramm gespeichert</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>the preview</source>
        <translation>die Vorschau</translation>
    </message>
    <message>
        <source>Overview of all files</source>
        <translation>Übersicht aller Dateien</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>ProblemsButton</name>
    <message>
        <source>Show the problems, or hide them</source>
        <translation>Probleme ein- oder ausblenden</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} Probleme</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen problems, or all of them</source>
        <translation>Ausgewählte Probleme kopieren, sonst alle</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>RateTable</name>
    <message>
        <source>in-domain</source>
        <translation>domänenintern</translation>
    </message>
    <message>
        <source>out-of-domain</source>
        <translation>domänenfremd</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>Validierungsdaten</translation>
    </message>
    <message>
        <source>test data, unseen originals</source>
        <translation>Testdaten, ungesehene Originale</translation>
    </message>
    <message>
        <source>whole clips, generators and sources never seen</source>
        <translation>ganze Clips, nie gesehene Generatoren und Quellen</translation>
    </message>
    <message>
        <source>self-made blends, a method not trained on</source>
        <translation>selbst gemachte Überblendungen, ein nicht trainiertes Verfahren</translation>
    </message>
    <message>
        <source>altered validation crops</source>
        <translation>veränderte Validierungsausschnitte</translation>
    </message>
    <message>
        <source>unaltered</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>face below 100 px</source>
        <translation>Gesicht unter 100 px</translation>
    </message>
    <message>
        <source>face 100 to 200 px</source>
        <translation>Gesicht 100 bis 200 px</translation>
    </message>
    <message>
        <source>face of 200 px or more</source>
        <translation>Gesicht ab 200 px</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>medium brightness</source>
        <translation>mittlere Helligkeit</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>medium sharpness</source>
        <translation>mittlere Schärfe</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>seen from the front</source>
        <translation>von vorn gesehen</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>gedreht</translation>
    </message>
    <message>
        <source>far turned</source>
        <translation>weit gedreht</translation>
    </message>
    <message>
        <source>JPEG, quality 70</source>
        <translation>JPEG, Qualität 70</translation>
    </message>
    <message>
        <source>JPEG, quality 40</source>
        <translation>JPEG, Qualität 40</translation>
    </message>
    <message>
        <source>half the size</source>
        <translation>halbe Größe</translation>
    </message>
    <message>
        <source>a quarter of the size</source>
        <translation>ein Viertel der Größe</translation>
    </message>
    <message>
        <source>half the size, JPEG 40</source>
        <translation>halbe Größe, JPEG 40</translation>
    </message>
    <message>
        <source>blurred, 1.5 px</source>
        <translation>unscharf, 1,5 px</translation>
    </message>
    <message>
        <source>darkened</source>
        <translation>abgedunkelt</translation>
    </message>
    <message>
        <source>mean of the frame scores, for comparison</source>
        <translation>Mittel der Bildwerte, zum Vergleich</translation>
    </message>
    <message>
        <source>{0} measured</source>
        <translation>{0} gemessen</translation>
    </message>
    <message>
        <source>{0} real, {1} fake</source>
        <translation>{0} echt, {1} gefälscht</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Auslassungen</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>Error rates of {0}</source>
        <translation>Fehlerraten von {0}</translation>
    </message>
</context>
<context>
    <name>RecallController</name>
    <message>
        <source>the results&apos; reader</source>
        <translation>das Lesen der Ergebnisse</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Reopen the files</source>
        <translation>Dateien wieder öffnen</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The program ended unexpectedly in the run that began at {0}.</source>
        <translation>Das Programm endete unerwartet in dem Lauf, der am {0} begann.</translation>
    </message>
    <message>
        <source>One file was open; its notes and bookmarks were kept.</source>
        <translation>Eine Datei war geöffnet; ihre Notizen und Lesezeichen blieben erhalten.</translation>
    </message>
    <message>
        <source>{0} files were open; their notes and bookmarks were kept.</source>
        <translation>{0} Dateien waren geöffnet; ihre Notizen und Lesezeichen blieben erhalten.</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>so many a second</source>
        <translation>so viele je Sekunde</translation>
    </message>
    <message>
        <source>every n-th</source>
        <translation>jedes n-te</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Persons shown</source>
        <translation>Gezeigte Personen</translation>
    </message>
    <message>
        <source>Scores over time</source>
        <translation>Werte über die Zeit</translation>
    </message>
</context>
<context>
    <name>ScoresHeader</name>
    <message>
        <source>Person whose scores stand out</source>
        <translation>Person, deren Werte hervorgehoben sind</translation>
    </message>
    <message>
        <source>Select a span (S): figures for the scores within it. Drag its ends, or drag in the plot while you hold Shift. I and O set its ends at the frame shown.</source>
        <translation>Spanne auswählen (S): Zahlen zu den Werten darin. Die Enden ziehen oder bei gedrückter Umschalttaste im Diagramm ziehen. I und O setzen die Enden auf das gezeigte Bild.</translation>
    </message>
    <message>
        <source>Select a span</source>
        <translation>Spanne auswählen</translation>
    </message>
    <message>
        <source>Key frames (T): the highest and the lowest scores of each person, and some frames chosen evenly over time.</source>
        <translation>Ausgewählte Bilder (T): die höchsten und die niedrigsten Werte jeder Person und einige gleichmäßig über die Zeit gewählte Bilder.</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Ausgewählte Bilder</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Save the plot as a picture</source>
        <translation>Diagramm als Bild speichern</translation>
    </message>
    <message>
        <source>As PNG…</source>
        <translation>Als PNG…</translation>
    </message>
    <message>
        <source>As SVG…</source>
        <translation>Als SVG…</translation>
    </message>
    <message>
        <source>Show the scores of {0}</source>
        <translation>Werte von {0} zeigen</translation>
    </message>
    <message>
        <source>All persons</source>
        <translation>Alle Personen</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>A still image has one score for each face.
They stand in the picture and beside the persons.</source>
        <translation>Ein Standbild hat einen Wert für jedes Gesicht.
Die Werte stehen im Bild und neben den Personen.</translation>
    </message>
    <message>
        <source>No scores.</source>
        <translation>Keine Werte.</translation>
    </message>
    <message>
        <source>No scores yet.</source>
        <translation>Noch keine Werte.</translation>
    </message>
</context>
<context>
    <name>SettingCatalog</name>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Engine and device</source>
        <translation>Rechenwerk und Gerät</translation>
    </message>
    <message>
        <source>Frames and faces</source>
        <translation>Bilder und Gesichter</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Report header</source>
        <translation>Berichtskopf</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Detectors to run</source>
        <translation>Auszuführende Detektoren</translation>
    </message>
    <message>
        <source>Each detector scores every face by itself. The sequence detector reads what another one sees, which is loaded for it when it is not chosen.</source>
        <translation>Jeder Detektor bewertet jedes Gesicht für sich. Der Sequenzdetektor liest, was ein anderer sieht; dieser wird dafür geladen, wenn er nicht gewählt ist.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>The program that computes the networks. Automatic takes the first that is installed; both give the same scores within 0.00001.</source>
        <translation>Das Programm, das die Netze berechnet. „Automatisch“ nimmt das erste, das installiert ist; beide ergeben bis auf 0,00001 dieselben Werte.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where one really works, and says in the report why it did not.</source>
        <translation>„Automatisch“ nimmt eine Grafikkarte, wo eine wirklich funktioniert, und nennt andernfalls im Bericht den Grund.</translation>
    </message>
    <message>
        <source>Crops at once</source>
        <translation>Ausschnitte zugleich</translation>
    </message>
    <message>
        <source>How many face crops a network gets at once. More need more memory and make stopping slower.</source>
        <translation>Wie viele Gesichtsausschnitte ein Netz auf einmal erhält. Mehr brauchen mehr Speicher, und das Stoppen dauert länger.</translation>
    </message>
    <message>
        <source>Frames to analyse</source>
        <translation>Zu untersuchende Bilder</translation>
    </message>
    <message>
        <source>Frames between those analysed are not looked at. Five a second give the sequence detector a window of four seconds.</source>
        <translation>Bilder zwischen den untersuchten werden nicht angesehen. Fünf je Sekunde geben dem Sequenzdetektor ein Fenster von vier Sekunden.</translation>
    </message>
    <message>
        <source>Window step</source>
        <translation>Fensterschritt</translation>
    </message>
    <message>
        <source>Analysed faces between the starts of two windows of the sequence detector.</source>
        <translation>Untersuchte Gesichter zwischen den Anfängen zweier Fenster des Sequenzdetektors.</translation>
    </message>
    <message>
        <source> faces</source>
        <translation> Gesichter</translation>
    </message>
    <message>
        <source>Fewest usable faces</source>
        <translation>Mindestzahl brauchbarer Gesichter</translation>
    </message>
    <message>
        <source>A person in a video with fewer usable faces gets no outcome.</source>
        <translation>Eine Person in einem Video mit weniger brauchbaren Gesichtern erhält kein Ergebnis.</translation>
    </message>
    <message>
        <source>From which score on an outcome is stated.</source>
        <translation>Ab welchem Wert ein Ergebnis genannt wird.</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Gesichtssuche</translation>
    </message>
    <message>
        <source>Finds the faces. The detectors were measured on crops of CenterFace; the other is quicker and misses small faces.</source>
        <translation>Findet die Gesichter. Die Detektoren wurden an Ausschnitten von CenterFace gemessen; die andere ist schneller und übersieht kleine Gesichter.</translation>
    </message>
    <message>
        <source>Smallest face</source>
        <translation>Kleinstes Gesicht</translation>
    </message>
    <message>
        <source>A face whose shorter side is below this is found and followed, but not scored.</source>
        <translation>Ein Gesicht, dessen kürzere Seite darunter liegt, wird gefunden und verfolgt, aber nicht bewertet.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Least sharpness</source>
        <translation>Geringste Schärfe</translation>
    </message>
    <message>
        <source>Variance of the Laplacian of the face below which it is not scored: blurred faces mislead the detectors.</source>
        <translation>Varianz des Laplace-Filters auf dem Gesicht, unter der es nicht bewertet wird: Unscharfe Gesichter führen die Detektoren in die Irre.</translation>
    </message>
    <message>
        <source>Search of the whole frame</source>
        <translation>Suche im ganzen Bild</translation>
    </message>
    <message>
        <source>Longest time between two searches at full size. A small face that shows for less may be missed; 0 searches every frame so.</source>
        <translation>Längste Zeit zwischen zwei Suchen in voller Größe. Ein kleines Gesicht, das kürzer zu sehen ist, kann übersehen werden; 0 durchsucht jedes Bild so.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Längste Lücke</translation>
    </message>
    <message>
        <source>A person who is not seen for longer becomes a new one.</source>
        <translation>Eine Person, die länger nicht zu sehen ist, gilt danach als neue.</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Größtes Bild</translation>
    </message>
    <message>
        <source>A larger picture is refused before it is decoded: it could not be evaluated.</source>
        <translation>Ein größeres Bild wird vor dem Dekodieren abgewiesen: Es konnte nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <source>Memory of the decoder</source>
        <translation>Speicher des Decoders</translation>
    </message>
    <message>
        <source>What the decoder may take; a file that needs more could not be evaluated.</source>
        <translation>Was der Dekoder brauchen darf; eine Datei, die mehr braucht, konnte nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Longest wait for a frame</source>
        <translation>Längstes Warten auf ein Bild</translation>
    </message>
    <message>
        <source>A frame that takes longer ends the analysis of that file, not of the others.</source>
        <translation>Ein Bild, das länger braucht, beendet die Untersuchung dieser Datei, nicht die der anderen.</translation>
    </message>
    <message>
        <source>Longest wait for opening</source>
        <translation>Längstes Warten auf das Öffnen</translation>
    </message>
    <message>
        <source>A file that takes longer to open could not be evaluated. Hashing does not count.</source>
        <translation>Eine Datei, deren Öffnen länger dauert, konnte nicht ausgewertet werden. Das Berechnen des Hashwerts zählt nicht.</translation>
    </message>
    <message>
        <source>Most frames of a file</source>
        <translation>Höchstzahl Bilder je Datei</translation>
    </message>
    <message>
        <source>Frames beyond this are not decoded, and the file could not be evaluated.</source>
        <translation>Bilder darüber hinaus werden nicht dekodiert, und die Datei konnte nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Bearbeitung</translation>
    </message>
    <message>
        <source>Who runs the analysis; your notes carry this name.</source>
        <translation>Wer die Untersuchung durchführt; Ihre Notizen tragen diesen Namen.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Gegenprüfung</translation>
    </message>
    <message>
        <source>Who reads the report before it leaves.</source>
        <translation>Wer den Bericht liest, bevor er hinausgeht.</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Fallnummer</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>Gegenstand Nr.</translation>
    </message>
    <message>
        <source>Printed on the report of a single file only.</source>
        <translation>Wird nur auf den Bericht zu einer einzelnen Datei gedruckt.</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Auftraggeber</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <source>By what right it was asked for.</source>
        <translation>Mit welchem Recht der Auftrag erteilt wurde.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang des Auftrags</translation>
    </message>
    <message>
        <source>What was asked for.</source>
        <translation>Was in Auftrag gegeben wurde.</translation>
    </message>
    <message>
        <source>Requested on</source>
        <translation>Datum des Auftrags</translation>
    </message>
    <message>
        <source>Received when</source>
        <translation>Erhalten am</translation>
    </message>
    <message>
        <source>Received how</source>
        <translation>Erhalten auf welchem Weg</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Entgegengenommen von</translation>
    </message>
    <message>
        <source>Original or copy</source>
        <translation>Original oder Arbeitskopie</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papierformat</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>A picture for the head of the first page, PNG or JPEG.</source>
        <translation>Ein Bild für den Kopf der ersten Seite, PNG oder JPEG.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Wirkt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation>Hell, dunkel oder wie im System eingestellt.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (GPU)</source>
        <translation>Grafikkarte (GPU)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Measuring {0}, {1}…</source>
        <translation>Messung: {0}, {1}…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Default of: {0}</source>
        <translation>Vorgabe für: {0}</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Defaults of this page</source>
        <translation>Vorgaben dieser Seite</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was broken</source>
        <translation>Die Einstellungsdatei war defekt</translation>
    </message>
    <message>
        <source>It was set aside as {0} ({1}); the defaults are used.</source>
        <translation>Sie wurde als {0} beiseitegelegt ({1}); es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Open the settings and set again what you need.</source>
        <translation>Öffnen Sie die Einstellungen und setzen Sie erneut, was Sie brauchen.</translation>
    </message>
    <message>
        <source>Some settings could not be read</source>
        <translation>Einige Einstellungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The defaults are used for: {0}. A copy of the file is {1}.</source>
        <translation>Die Vorgaben gelten für: {0}. Eine Kopie der Datei ist {1}.</translation>
    </message>
    <message>
        <source>Open the settings and set them again.</source>
        <translation>Öffnen Sie die Einstellungen und setzen Sie diese erneut.</translation>
    </message>
    <message>
        <source>The settings are those of a newer program</source>
        <translation>Die Einstellungen stammen von einem neueren Programm</translation>
    </message>
    <message>
        <source>{0} is left as it is; the defaults are used.</source>
        <translation>{0} bleibt unverändert; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Update the program.</source>
        <translation>Änderungen gelten bis zum Ende des Programms. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>{0}: {1}. The defaults are used.</source>
        <translation>{0}: {1}. Es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Make the file readable.</source>
        <translation>Änderungen gelten bis zum Ende des Programms. Machen Sie die Datei lesbar.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Keine Treffer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Terms explained</source>
        <translation>Begriffe erklärt</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
</context>
<context>
    <name>SpanPanel</name>
    <message>
        <source>Select no span</source>
        <translation>Spanne abwählen</translation>
    </message>
    <message>
        <source>Scores in the selected span</source>
        <translation>Werte in der ausgewählten Spanne</translation>
    </message>
    <message>
        <source>{0} s, no analysed frame with a face</source>
        <translation>{0} s, kein untersuchtes Bild mit Gesicht</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with 1 face</source>
        <translation>{0} s, 1 untersuchtes Bild mit 1 Gesicht</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with {1} faces</source>
        <translation>{0} s, 1 untersuchtes Bild mit {1} Gesichtern</translation>
    </message>
    <message>
        <source>{0} s, {1} analysed frames with {2} faces</source>
        <translation>{0} s, {1} untersuchte Bilder mit {2} Gesichtern</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message>
        <source>All persons</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>A share of {0} of these scores is at or above {1}, the support threshold.</source>
        <translation>Ein Anteil von {0} dieser Werte liegt auf oder über {1}, der Schwelle für Stütze.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>How many scores of this detector lie in the span</source>
        <translation>Wie viele Werte dieses Detektors in der Spanne liegen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Arithmetic mean of these scores</source>
        <translation>Arithmetisches Mittel dieser Werte</translation>
    </message>
    <message>
        <source>95th</source>
        <translation>95. Perz.</translation>
    </message>
    <message>
        <source>95th percentile: 19 of 20 scores are below it</source>
        <translation>95. Perzentil: 19 von 20 Werten liegen darunter</translation>
    </message>
    <message>
        <source>≥ threshold</source>
        <translation>≥ Schwelle</translation>
    </message>
</context>
<context>
    <name>SpeedView</name>
    <message>
        <source>Engines and devices of this computer</source>
        <translation>Rechenwerke und Geräte dieses Rechners</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>Geschwindigkeit messen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Crops a second</source>
        <translation>Ausschnitte je Sekunde</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>ONNX Runtime was built for: {0}</source>
        <translation>ONNX Runtime wurde gebaut für: {0}</translation>
    </message>
</context>
<context>
    <name>StrengthScale</name>
    <message>
        <source>log10 likelihood ratio {0} on a scale limited to {1} to {2}</source>
        <translation>log10 Likelihood-Quotient {0} auf einer Skala, beschränkt auf {1} bis {2}</translation>
    </message>
    <message>
        <source>not manipulated</source>
        <translation>nicht manipuliert</translation>
    </message>
    <message>
        <source>manipulated</source>
        <translation>manipuliert</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>weder noch</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Progress of the reports</source>
        <translation>Fortschritt der Berichte</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop writing reports</source>
        <translation>Schreiben der Berichte stoppen</translation>
    </message>
    <message>
        <source>What is written already stays</source>
        <translation>Bereits Geschriebenes bleibt erhalten</translation>
    </message>
    <message>
        <source>Report {0} of {1}: {2}</source>
        <translation>Bericht {0} von {1}: {2}</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Bericht wird erstellt…</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Nothing is written there.</source>
        <translation>Dort steht nichts.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ThresholdsEditor</name>
    <message>
        <source>Thresholds were changed. Reports print the changed ones beside those of the card, with a warning on the first page: the measured error rates hold for the card&apos;s thresholds only.</source>
        <translation>Schwellen wurden geändert. Berichte drucken die geänderten neben denen der Karte, mit einer Warnung auf der ersten Seite: Die gemessenen Fehlerraten gelten nur für die Schwellen der Karte.</translation>
    </message>
    <message>
        <source>Other thresholds than the card&apos;s</source>
        <translation>Andere Schwellen als die der Karte</translation>
    </message>
    <message>
        <source>Support from</source>
        <translation>Stütze ab</translation>
    </message>
    <message>
        <source>No support below</source>
        <translation>Keine Stütze unter</translation>
    </message>
    <message>
        <source>The card says {0}.</source>
        <translation>Laut Karte {0}.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Position in the file</source>
        <translation>Position in der Datei</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Seen in {0} analysed frames, usable in {1}</source>
        <translation>In {0} untersuchten Bildern zu sehen, in {1} brauchbar</translation>
    </message>
    <message>
        <source>Decided by {0}</source>
        <translation>Entschieden durch {0}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Frame and time shown</source>
        <translation>Gezeigtes Bild und Zeit</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Abspielgeschwindigkeit</translation>
    </message>
    <message>
        <source>Playing speed: seconds of the file in one second</source>
        <translation>Abspielgeschwindigkeit: Sekunden der Datei in einer Sekunde</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} Bildpunkte</translation>
    </message>
    <message>
        <source>of {0}   frame {1}</source>
        <translation>von {0}   Bild {1}</translation>
    </message>
    <message>
        <source>frame {0}</source>
        <translation>Bild {0}</translation>
    </message>
</context>
<context>
    <name>VerdictFacts</name>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Zu sehen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>mean {0}, 95th percentile {1}, n = {2}</source>
        <translation>Mittel {0}, 95. Perzentil {1}, n = {2}</translation>
    </message>
    <message>
        <source>decides with the pooled score {0}</source>
        <translation>entscheidet mit dem zusammengefassten Wert {0}</translation>
    </message>
    <message>
        <source>Strength of the evidence</source>
        <translation>Stärke des Befunds</translation>
    </message>
    <message>
        <source>Marked spans</source>
        <translation>Markierte Spannen</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Bilder laut Datei</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Untersucht</translation>
    </message>
    <message>
        <source>With a face</source>
        <translation>Mit Gesicht</translation>
    </message>
    <message>
        <source>With a usable face</source>
        <translation>Mit brauchbarem Gesicht</translation>
    </message>
    <message>
        <source>Faces not scored</source>
        <translation>Nicht bewertete Gesichter</translation>
    </message>
    <message>
        <source>The outcome of the file is the gravest of its persons&apos;.</source>
        <translation>Das Ergebnis der Datei ist das schwerwiegendste ihrer Personen.</translation>
    </message>
    <message>
        <source>{0} more persons are in the table above.</source>
        <translation>{0} weitere Personen stehen in der Tabelle oben.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is at or above its threshold {2}.</source>
        <translation>Der zusammengefasste Wert {0} von {1} liegt auf oder über dessen Schwelle {2}.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is below its threshold {2}.</source>
        <translation>Der zusammengefasste Wert {0} von {1} liegt unter dessen Schwelle {2}.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is between its thresholds {2} and {3}.</source>
        <translation>Der zusammengefasste Wert {0} von {1} liegt zwischen dessen Schwellen {2} und {3}.</translation>
    </message>
    <message>
        <source>In the marked spans the scores reach the threshold {0}.</source>
        <translation>In den markierten Zeitspannen erreichen die Scores die Schwelle {0}.</translation>
    </message>
    <message>
        <source>Only faces were examined, for the kinds of manipulation the detectors were trained on: not sound, lip movement, wholly synthetic pictures, cuts or context.</source>
        <translation>Untersucht wurden nur Gesichter, und nur auf die Arten von Manipulation, auf die die Detektoren trainiert sind: nicht Ton, Lippenbewegung, vollständig erzeugte Bilder, Schnitte oder Zusammenhang.</translation>
    </message>
    <message>
        <source>Scores and strengths are not the chance that the file is fake: that depends on everything else known of the case too.</source>
        <translation>Werte und Stärken sind nicht die Wahrscheinlichkeit, dass die Datei gefälscht ist: Diese hängt auch von allem anderen ab, was über den Fall bekannt ist.</translation>
    </message>
    <message>
        <source>On material unlike the training data the detectors err more often: see the out-of-domain figures under Detectors.</source>
        <translation>Bei Material, das den Trainingsdaten nicht gleicht, irren die Detektoren häufiger: siehe die domänenfremden Zahlen unter Detektoren.</translation>
    </message>
    <message>
        <source>Frames between those analysed were not looked at.</source>
        <translation>Bilder zwischen den untersuchten wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Thresholds were changed in the settings: the measured error rates do not hold for this outcome.</source>
        <translation>Schwellen wurden in den Einstellungen geändert: Die gemessenen Fehlerraten gelten nicht für dieses Ergebnis.</translation>
    </message>
    <message>
        <source>{0} and above</source>
        <translation>{0} und mehr</translation>
    </message>
    <message>
        <source>{0} support</source>
        <translation>stützt {0}</translation>
    </message>
    <message>
        <source>{0} support   ◂ this result</source>
        <translation>stützt {0}   ◂ dieses Ergebnis</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Selected person</source>
        <translation>Ausgewählte Person</translation>
    </message>
    <message>
        <source>Why this outcome</source>
        <translation>Warum dieses Ergebnis</translation>
    </message>
    <message>
        <source>Frames the outcome rests on</source>
        <translation>Bilder, auf denen das Ergebnis beruht</translation>
    </message>
    <message>
        <source>What it does not show</source>
        <translation>Was dies nicht zeigt</translation>
    </message>
    <message>
        <source>The scale of strength in words</source>
        <translation>Die Skala der Stärke in Worten</translation>
    </message>
    <message>
        <source>Picture and streams</source>
        <translation>Bild und Ströme</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Herkunftsnachweise</translation>
    </message>
    <message>
        <source>Metadata and dates in the file</source>
        <translation>Metadaten und Datumsangaben in der Datei</translation>
    </message>
    <message>
        <source>How it was analysed</source>
        <translation>Wie untersucht wurde</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Notes ({0})</source>
        <translation>Notizen ({0})</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Parts of the findings</source>
        <translation>Teile der Befunde</translation>
    </message>
    <message>
        <source>Persons and their outcomes</source>
        <translation>Personen und ihre Ergebnisse</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights files and whether they are whole</source>
        <translation>Gewichtsdateien und ob sie unversehrt sind</translation>
    </message>
    <message>
        <source>Check the weights</source>
        <translation>Gewichte prüfen</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Making the demo clip</source>
        <translation>Demo-Clip wird erzeugt</translation>
    </message>
    <message>
        <source>Making the demo clip; this takes some seconds…</source>
        <translation>Demo-Clip wird erzeugt; das dauert einige Sekunden…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Drop images, videos or a folder here</source>
        <translation>Bilder, Videos oder einen Ordner hier ablegen</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, TIFF, HEIC and more · MP4, MOV, MKV, WebM, AVI and more</source>
        <translation>JPEG, PNG, WebP, TIFF, HEIC und weitere · MP4, MOV, MKV, WebM, AVI und weitere</translation>
    </message>
    <message>
        <source>Makes a clip of eight seconds from a public-domain portrait, with a face that is manipulated in the middle third, and opens it.</source>
        <translation>Erzeugt aus einem gemeinfreien Porträt einen Clip von acht Sekunden, in dessen mittlerem Drittel das Gesicht manipuliert ist, und öffnet ihn.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and the files are opened read-only.</source>
        <translation>Nichts verlässt diesen Rechner, und die Dateien werden nur lesend geöffnet.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The file is hashed and read in a process of its own.</source>
        <translation>Die Prüfsumme der Datei wird gebildet, und die Datei wird in einem eigenen Prozess gelesen.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Every face is followed and scored; look where scores are high.</source>
        <translation>Jedes Gesicht wird verfolgt und bewertet; sehen Sie dort nach, wo die Werte hoch sind.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Export what was found, with its limits, for others to check.</source>
        <translation>Exportieren Sie, was gefunden wurde, samt den Grenzen, damit andere es prüfen können.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Support for manipulation</source>
        <translation>Stützt Manipulation</translation>
    </message>
    <message>
        <source>No support found</source>
        <translation>Keine Stütze gefunden</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>Could not evaluate</source>
        <translation>Nicht auswertbar</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>Gesicht zu klein</translation>
    </message>
    <message>
        <source>face too blurred</source>
        <translation>Gesicht zu unscharf</translation>
    </message>
    <message>
        <source>face cut off by the picture&apos;s edge</source>
        <translation>Gesicht vom Bildrand abgeschnitten</translation>
    </message>
    <message>
        <source>frame damaged in the file</source>
        <translation>Bild in der Datei beschädigt</translation>
    </message>
    <message>
        <source>too few usable frames</source>
        <translation>zu wenige brauchbare Bilder</translation>
    </message>
    <message>
        <source>no frame could be decoded</source>
        <translation>kein Bild konnte dekodiert werden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading its result…</source>
        <translation>Ergebnis wird gelesen…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Analysis could not run</source>
        <translation>Untersuchung nicht ausführbar</translation>
    </message>
    <message>
        <source>Same bytes as another</source>
        <translation>Doppelt (gleiche Bytes)</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Datei verändert</translation>
    </message>
    <message>
        <source>File unreadable</source>
        <translation>Datei nicht lesbar</translation>
    </message>
    <message>
        <source>Not where they were: {0}.</source>
        <translation>Nicht mehr am alten Ort: {0}.</translation>
    </message>
    <message>
        <source>Changed since they were analysed: {0}.</source>
        <translation>Seit der Untersuchung geändert: {0}.</translation>
    </message>
    <message>
        <source>Cannot be read now: {0}.</source>
        <translation>Derzeit nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>The results shown are those of the files as they were.</source>
        <translation>Die gezeigten Ergebnisse gelten für die Dateien, wie sie waren.</translation>
    </message>
    <message>
        <source>Some evidence is not as it was</source>
        <translation>Manche Beweismittel sind nicht mehr, wie sie waren</translation>
    </message>
    <message>
        <source>The file is not where it was. This is the result of its analysis.</source>
        <translation>Die Datei ist nicht mehr am alten Ort. Dies ist das Ergebnis ihrer Untersuchung.</translation>
    </message>
    <message>
        <source>The file has changed since it was analysed. This is the result of the file as it was, by the SHA-256 in its report.</source>
        <translation>Die Datei hat sich seit ihrer Untersuchung geändert. Dies ist das Ergebnis der Datei, wie sie war, nach der SHA-256 in ihrem Bericht.</translation>
    </message>
    <message>
        <source>The file cannot be read now. This is the result of its analysis.</source>
        <translation>Die Datei ist derzeit nicht lesbar. Dies ist das Ergebnis ihrer Untersuchung.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Reading and hashing the file…</source>
        <translation>Datei wird gelesen, Prüfsumme gebildet…</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Detektoren werden geladen…</translation>
    </message>
    <message>
        <source>Scoring faces…</source>
        <translation>Gesichter werden bewertet…</translation>
    </message>
    <message>
        <source>Hashing the file again…</source>
        <translation>Prüfsumme wird erneut gebildet…</translation>
    </message>
    <message>
        <source>less than 10 s left</source>
        <translation>noch weniger als 10 s</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>noch etwa {0} s</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>noch etwa {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>noch etwa {0} h</translation>
    </message>
    <message>
        <source>It is analysed after the files before it.</source>
        <translation>Sie wird nach den Dateien vor ihr untersucht.</translation>
    </message>
    <message>
        <source>It was analysed before; nothing is analysed again.</source>
        <translation>Sie wurde bereits untersucht; nichts wird erneut untersucht.</translation>
    </message>
    <message>
        <source>There is no outcome: the scores shown cover only a part of the file.</source>
        <translation>Es gibt kein Ergebnis: Die gezeigten Werte decken nur einen Teil der Datei ab.</translation>
    </message>
    <message>
        <source>There is no outcome before the analysis is complete.</source>
        <translation>Es gibt kein Ergebnis, bevor die Untersuchung vollständig ist.</translation>
    </message>
    <message>
        <source>Analyse it again to have an outcome.</source>
        <translation>Erneut untersuchen, um ein Ergebnis zu erhalten.</translation>
    </message>
    <message>
        <source>The scores of at least one face count as support for manipulation of the kinds the detectors were trained on. Detectors err: see their figures below.</source>
        <translation>Die Werte mindestens eines Gesichts gelten als Stütze für Manipulation der Arten, auf die die Detektoren trainiert sind. Detektoren irren: siehe ihre Zahlen unten.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have the finding confirmed by other means before anything rests on it.</source>
        <translation>Sehen Sie die markierten Spannen an und lassen Sie den Befund auf anderem Weg bestätigen, bevor sich etwas darauf stützt.</translation>
    </message>
    <message>
        <source>Other kinds of manipulation, and heavy compression, can go unseen.</source>
        <translation>Andere Arten von Manipulation können unentdeckt bleiben, ebenso Manipulation bei starker Kompression.</translation>
    </message>
    <message>
        <source>In the marked spans the scores count as support for manipulation; over the whole time of that face they do not.</source>
        <translation>In den markierten Spannen gelten die Werte als Stütze für Manipulation; über die ganze Zeit dieses Gesichts nicht.</translation>
    </message>
    <message>
        <source>In the marked spans the scores allow neither conclusion; over the whole time of that face alone they would count as no support.</source>
        <translation>In den markierten Spannen lassen die Werte keinen der beiden Schlüsse zu; über die ganze Zeit dieses Gesichts allein gälten sie als keine Stütze.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have them checked by other means.</source>
        <translation>Sehen Sie die markierten Spannen an und lassen Sie sie auf anderem Weg prüfen.</translation>
    </message>
    <message>
        <source>The scores allow neither conclusion for at least one face.</source>
        <translation>Die Werte erlauben bei mindestens einem Gesicht weder den einen noch den anderen Schluss.</translation>
    </message>
    <message>
        <source>A copy nearer to the original, or more frames, may give a clearer answer.</source>
        <translation>Eine dem Original nähere Kopie oder mehr Bilder können eine klarere Antwort geben.</translation>
    </message>
    <message>
        <source>No face was found in the frames that were analysed.</source>
        <translation>In den untersuchten Bildern wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>Faces that are turned away or hidden are not found.</source>
        <translation>Abgewandte oder verdeckte Gesichter werden nicht gefunden.</translation>
    </message>
    <message>
        <source>No face was seen in enough usable frames.</source>
        <translation>Kein Gesicht war in genügend brauchbaren Bildern zu sehen.</translation>
    </message>
    <message>
        <source>Analyse more frames of it.</source>
        <translation>Mehr Bilder davon untersuchen.</translation>
    </message>
    <message>
        <source>A copy of better quality may have usable faces.</source>
        <translation>Eine Kopie von besserer Qualität könnte brauchbare Gesichter enthalten.</translation>
    </message>
    <message>
        <source>A detector&apos;s weights are missing</source>
        <translation>Die Gewichte eines Detektors fehlen</translation>
    </message>
    <message>
        <source>A detector&apos;s card cannot be used</source>
        <translation>Die Karte eines Detektors ist nicht verwendbar</translation>
    </message>
    <message>
        <source>A detector&apos;s weights were altered</source>
        <translation>Die Gewichte eines Detektors wurden verändert</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>Das Rechenwerk ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Der Speicher reicht nicht aus</translation>
    </message>
    <message>
        <source>The face detector cannot be used</source>
        <translation>Die Gesichtssuche ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The batch cannot go on</source>
        <translation>Der Stapel kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>The batch is in use</source>
        <translation>Der Stapel wird gerade verwendet</translation>
    </message>
    <message>
        <source>The worker process stopped</source>
        <translation>Der Arbeitsprozess hat abgebrochen</translation>
    </message>
    <message>
        <source>The cluster cannot be used</source>
        <translation>Der Cluster ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The cluster&apos;s workers differ</source>
        <translation>Die Arbeitsprozesse des Clusters unterscheiden sich</translation>
    </message>
    <message>
        <source>The case cannot be used</source>
        <translation>Der Fall ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The case is open already</source>
        <translation>Der Fall ist bereits geöffnet</translation>
    </message>
    <message>
        <source>The case cannot be kept there</source>
        <translation>Der Fall kann dort nicht abgelegt werden</translation>
    </message>
    <message>
        <source>A setting has no meaning</source>
        <translation>Eine Einstellung ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>Der Bericht wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The report was not signed</source>
        <translation>Der Bericht wurde nicht signiert</translation>
    </message>
    <message>
        <source>The case log cannot be written</source>
        <translation>Das Fallprotokoll kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>This type of file is not opened</source>
        <translation>Dieser Dateityp wird nicht geöffnet</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The file changed</source>
        <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
        <source>A limit was exceeded</source>
        <translation>Eine Grenze wurde überschritten</translation>
    </message>
    <message>
        <source>The decoder stopped</source>
        <translation>Der Decoder hat abgebrochen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>{0} came up where none was expected.</source>
        <translation>{0} trat auf, wo kein Fehler erwartet wurde.</translation>
    </message>
    <message>
        <source>The log has the details. Please report it.</source>
        <translation>Einzelheiten stehen im Protokoll. Bitte melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>log10 likelihood ratio {0}</source>
        <translation>log10 Likelihood-Quotient {0}</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Person {0}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>The absence of detection does not show that the file is authentic.</source>
        <translation>Dass nichts gefunden wurde, zeigt nicht, dass die Datei authentisch ist.</translation>
    </message>
    <message>
        <source>no</source>
        <comment>as in: no support</comment>
        <translation>nicht</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>as in: weak support</comment>
        <translation>schwach</translation>
    </message>
    <message>
        <source>moderate</source>
        <comment>as in: moderate support</comment>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>moderately strong</source>
        <comment>as in: … support</comment>
        <translation>mäßig stark</translation>
    </message>
    <message>
        <source>strong</source>
        <comment>as in: strong support</comment>
        <translation>stark</translation>
    </message>
    <message>
        <source>very strong</source>
        <comment>as in: very strong support</comment>
        <translation>sehr stark</translation>
    </message>
    <message>
        <source>extremely strong</source>
        <comment>as in: … support</comment>
        <translation>äußerst stark</translation>
    </message>
    <message>
        <source>The scores do not support one proposition over the other.</source>
        <translation>Die Werte stützen keine der beiden Hypothesen mehr als die andere.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was manipulated in one of the ways the detector was trained on, relative to the proposition that it was not.</source>
        <translation>Die Werte stützen {0} die Hypothese, dass das Gesicht auf eine der Arten manipuliert wurde, auf die der Detektor trainiert ist, gegenüber der Hypothese, dass es das nicht wurde.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was not manipulated in any of the ways the detector was trained on, relative to the proposition that it was.</source>
        <translation>Die Werte stützen {0} die Hypothese, dass das Gesicht auf keine der Arten manipuliert wurde, auf die der Detektor trainiert ist, gegenüber der Hypothese, dass es manipuliert wurde.</translation>
    </message>
    <message>
        <source>Valid content credentials do not show that the content is true.</source>
        <translation>Gültige Herkunftsnachweise zeigen nicht, dass der Inhalt wahr ist.</translation>
    </message>
</context>
</TS>
