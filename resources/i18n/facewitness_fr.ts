<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About FaceWitness</source>
        <translation>À propos de FaceWitness</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>The FFmpeg that decodes</source>
        <translation>Le FFmpeg qui décode</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Logiciel</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Compilé avec</translation>
    </message>
    <message>
        <source>FaceWitness {0}</source>
        <translation>FaceWitness {0}</translation>
    </message>
    <message>
        <source>Face-manipulation screening for investigators. It works offline and opens evidence read-only. An outcome is the output of a tool, to be weighed by a person, never a proof by itself.</source>
        <translation>Recherche de manipulation de visages pour enquêteurs. Il fonctionne hors ligne et ouvre les pièces en lecture seule. Un résultat est celui d&apos;un logiciel, à apprécier par une personne&#xa0;; il n&apos;est jamais une preuve à lui seul.</translation>
    </message>
    <message>
        <source>Packages and their licences</source>
        <translation>Paquets et leurs licences</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Choose a package to read its licence.</source>
        <translation>Choisir un paquet pour lire sa licence.</translation>
    </message>
    <message>
        <source>The package brings no licence text.</source>
        <translation>Le paquet ne fournit aucun texte de licence.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open a f&amp;older…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;Essayer la démonstration</translation>
    </message>
    <message>
        <source>Try the demo in a &amp;folder…</source>
        <translation>Essayer la démonstration dans un &amp;dossier…</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
    <message>
        <source>&amp;Cancel the analysis</source>
        <translation>&amp;Annuler l&apos;analyse</translation>
    </message>
    <message>
        <source>Cancel &amp;all</source>
        <translation>&amp;Tout annuler</translation>
    </message>
    <message>
        <source>Analyse &amp;again</source>
        <translation>Analyser de &amp;nouveau</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Lecture ou &amp;pause</translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation>Image pré&amp;cédente</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Dix images en arrière</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>Dix images en avant</translation>
    </message>
    <message>
        <source>Previous analysed face</source>
        <translation>Visage analysé précédent</translation>
    </message>
    <message>
        <source>Next analysed face</source>
        <translation>Visage analysé suivant</translation>
    </message>
    <message>
        <source>&amp;First frame</source>
        <translation>Pre&amp;mière image</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>&amp;Dernière image</translation>
    </message>
    <message>
        <source>Play &amp;slower</source>
        <translation>Lecture plus &amp;lente</translation>
    </message>
    <message>
        <source>Play &amp;faster</source>
        <translation>Lecture plus &amp;rapide</translation>
    </message>
    <message>
        <source>Normal spee&amp;d</source>
        <translation>&amp;Vitesse normale</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>Carte de &amp;chaleur</translation>
    </message>
    <message>
        <source>Heat map: &amp;less opaque</source>
        <translation>Carte de chaleur&#xa0;: &amp;moins opaque</translation>
    </message>
    <message>
        <source>Heat map: &amp;more opaque</source>
        <translation>Carte de chaleur&#xa0;: &amp;plus opaque</translation>
    </message>
</context>
<context>
    <name>AnalysisController</name>
    <message>
        <source>the analysis</source>
        <translation>l&apos;analyse</translation>
    </message>
</context>
<context>
    <name>BatchChips</name>
    <message>
        <source>Search names, places, messages</source>
        <translation>Rechercher noms, emplacements, messages</translation>
    </message>
    <message>
        <source>Search the batch</source>
        <translation>Rechercher dans le lot</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulés</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>En faveur</translation>
    </message>
    <message>
        <source>No support</source>
        <translation>Aucun élément</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>Non évalués</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>Tous {0}</translation>
    </message>
    <message>
        <source>Show all {0} files</source>
        <translation>Afficher les {0} fichiers</translation>
    </message>
    <message>
        <source>Show {0}: {1}</source>
        <translation>Afficher «&#xa0;{0}&#xa0;»&#xa0;: {1}</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>the batch</source>
        <translation>le lot</translation>
    </message>
    <message>
        <source>It is analysed after the one before it.</source>
        <translation>Il est analysé après celui qui le précède.</translation>
    </message>
    <message>
        <source>Folder added: {0}</source>
        <translation>Dossier ajouté&#xa0;: {0}</translation>
    </message>
    <message>
        <source>It has no result yet.</source>
        <translation>Il n&apos;a pas encore de résultat.</translation>
    </message>
    <message>
        <source>{0} is still to be analysed</source>
        <translation>{0} reste à analyser</translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Avancement du lot</translation>
    </message>
    <message>
        <source>Batch that is shown</source>
        <translation>Lot affiché</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>End the run now. Files in work wait again; what is finished is kept.</source>
        <translation>Mettre fin à l&apos;analyse maintenant. Les fichiers en cours sont remis en attente&#xa0;; ce qui est terminé est conservé.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>{0} · results in {1}</source>
        <translation>{0} · résultats dans {1}</translation>
    </message>
    <message>
        <source>{0} of {1} files finished</source>
        <translation>{0} fichiers terminés sur {1}</translation>
    </message>
    <message>
        <source>Reading what was found before…</source>
        <translation>Lecture des résultats antérieurs…</translation>
    </message>
    <message>
        <source>Looking for images and videos</source>
        <translation>Recherche d&apos;images et de vidéos</translation>
    </message>
    <message>
        <source>{0} files so far</source>
        <translation>{0} fichiers jusqu&apos;ici</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} images par seconde</translation>
    </message>
    <message>
        <source>Pausing: what is in work is brought to its end</source>
        <translation>Mise en pause&#xa0;: ce qui est en cours est mené à son terme</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Pas en cours</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>N&apos;a pas pu continuer</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Chargement des détecteurs…</translation>
    </message>
    <message>
        <source>Checking what is finished…</source>
        <translation>Vérification de ce qui est terminé…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>{0} still to do</source>
        <translation>{0} encore à traiter</translation>
    </message>
    <message>
        <source>{0} cancelled</source>
        <translation>{0} annulés</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Analyse what is left</source>
        <translation>Analyser ce qui reste</translation>
    </message>
    <message>
        <source>Begin no further file</source>
        <translation>Ne commencer aucun autre fichier</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Reason of the selected file</source>
        <translation>Motif du fichier sélectionné</translation>
    </message>
    <message>
        <source>Files of the batch</source>
        <translation>Fichiers du lot</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Déposer un dossier ici</translation>
    </message>
    <message>
        <source>All images and videos in it, and in the folders inside, are analysed one after
the other. You can pause at any time; after a crash it goes on where it was.</source>
        <translation>Toutes les images et vidéos qu&apos;il contient, sous-dossiers compris, sont analysées l&apos;une après
l&apos;autre. Une pause est possible à tout moment&#xa0;; après un plantage, l&apos;analyse reprend où elle en était.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Show the &amp;reason</source>
        <translation>Afficher le &amp;motif</translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>&amp;Analyser de nouveau</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Remove &amp;from the list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>{0} of {1} files are shown</source>
        <translation>{0} fichiers affichés sur {1}</translation>
    </message>
    <message>
        <source>{0} files are selected</source>
        <translation>{0} fichiers sont sélectionnés</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>{0} persons; {1} faces scored in {2} frames that were examined</source>
        <translation>{0} personnes&#xa0;; {1} visages notés dans {2} images examinées</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>{0} % examined</source>
        <translation>{0}&#xa0;% examiné</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Batch – FaceWitness</source>
        <translation>Lot – FaceWitness</translation>
    </message>
</context>
<context>
    <name>BookmarkRow</name>
    <message>
        <source>Frame {0} · {1}</source>
        <translation>Image {0} · {1}</translation>
    </message>
    <message>
        <source>Go to: {0}</source>
        <translation>Aller à&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Show this frame</source>
        <translation>Afficher cette image</translation>
    </message>
    <message>
        <source>Remark to: {0}</source>
        <translation>Remarque sur&#xa0;: {0}</translation>
    </message>
    <message>
        <source>why</source>
        <translation>pourquoi</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Retirer la marque</translation>
    </message>
</context>
<context>
    <name>CaseController</name>
    <message>
        <source>the case</source>
        <translation>l&apos;affaire</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Folder for the results of the batch (not the evidence&apos;s own)</source>
        <translation>Dossier des résultats du lot (autre que celui des pièces)</translation>
    </message>
    <message>
        <source>Folder to analyse, with all folders in it</source>
        <translation>Dossier à analyser, avec tous ses sous-dossiers</translation>
    </message>
    <message>
        <source>Folder with the results of a batch</source>
        <translation>Dossier contenant les résultats d&apos;un lot</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Ouvrir une affaire</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Affaires</translation>
    </message>
    <message>
        <source>New case: name its folder</source>
        <translation>Nouvelle affaire&#xa0;: nommer son dossier</translation>
    </message>
    <message>
        <source>Save as a case: name its folder</source>
        <translation>Enregistrer comme affaire&#xa0;: nommer son dossier</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Affaire</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>This session is not saved</source>
        <translation>Cette session n&apos;est pas enregistrée</translation>
    </message>
    <message>
        <source>Results and notes that are in no case are gone when you leave.</source>
        <translation>Les résultats et les notes qui ne sont dans aucune affaire sont perdus à la fermeture.</translation>
    </message>
    <message>
        <source>Save as a case…</source>
        <translation>Enregistrer comme affaire…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>&amp;Case</source>
        <translation>Affa&amp;ire</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouvelle affaire…</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Ouvrir une affaire…</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>Affaires &amp;récentes</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>&amp;Fermer l&apos;affaire</translation>
    </message>
    <message>
        <source>&amp;Add a folder as a batch…</source>
        <translation>&amp;Ajouter un dossier comme lot…</translation>
    </message>
    <message>
        <source>Open the results of a &amp;batch…</source>
        <translation>Ouvrir les résultats d&apos;un &amp;lot…</translation>
    </message>
    <message>
        <source>Show the ba&amp;tch</source>
        <translation>Afficher le lo&amp;t</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune pour l&apos;instant</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>ChecksController</name>
    <message>
        <source>the checks</source>
        <translation>les vérifications</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy: {0}</source>
        <translation>Copier&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Face as the network read it</source>
        <translation>Visage tel que le réseau l&apos;a lu</translation>
    </message>
</context>
<context>
    <name>DemoController</name>
    <message>
        <source>the demo clip</source>
        <translation>le clip de démonstration</translation>
    </message>
    <message>
        <source>The face is manipulated from {0}: we know, because we made it so. The clip is at {1}.</source>
        <translation>Le visage est manipulé dans l&apos;intervalle {0}&#xa0;: c&apos;est connu, puisque le clip a été fait ainsi. Emplacement du clip&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>This is the demo clip</source>
        <translation>Ceci est le clip de démonstration</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Images and videos</source>
        <translation>Images et vidéos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Open images or videos</source>
        <translation>Ouvrir des images ou des vidéos</translation>
    </message>
    <message>
        <source>Folder for the report (not the evidence&apos;s own)</source>
        <translation>Dossier du rapport (autre que celui des pièces)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Still busy: {0}.</source>
        <translation>Encore en cours&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Close the window again to leave without waiting.</source>
        <translation>Fermer de nouveau la fenêtre pour quitter sans attendre.</translation>
    </message>
    <message>
        <source>Not everything has stopped</source>
        <translation>Tout n&apos;est pas arrêté</translation>
    </message>
</context>
<context>
    <name>DeskTools</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Drop images or videos here</source>
        <translation>Déposer ici des images ou des vidéos</translation>
    </message>
    <message>
        <source>Panels in the same place</source>
        <translation>Panneaux au même emplacement</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>&amp;Annuler&#xa0;: {0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>&amp;Rétablir&#xa0;: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Log of the program</source>
        <translation>Journal du logiciel</translation>
    </message>
</context>
<context>
    <name>DetectorFacts</name>
    <message>
        <source>The thresholds were changed in the settings. The error rates below hold for the card&apos;s thresholds only.</source>
        <translation>Les seuils ont été modifiés dans les réglages. Les taux d&apos;erreur ci-dessous ne valent que pour les seuils de la fiche.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Weights SHA-256</source>
        <translation>SHA-256 des poids</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Seuils</translation>
    </message>
    <message>
        <source>support from {0}, no support below {1}</source>
        <translation>éléments en faveur à partir de {0}, aucun au-dessous de {1}</translation>
    </message>
    <message>
        <source>Thresholds of the card</source>
        <translation>Seuils de la fiche</translation>
    </message>
    <message>
        <source>{0} in validation</source>
        <translation>{0} en validation</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Données d&apos;apprentissage</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Règle de partage</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Étalonnage</translation>
    </message>
    <message>
        <source>not calibrated: no strength is stated by it</source>
        <translation>non étalonné&#xa0;: aucune force n&apos;est indiquée à partir de ce détecteur</translation>
    </message>
    <message>
        <source>log10 likelihood ratio from {0} to {1}</source>
        <translation>rapport de vraisemblance log10 de {0} à {1}</translation>
    </message>
</context>
<context>
    <name>DetectorSection</name>
    <message>
        <source>Card</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>No error rates are at hand: the card of these weights is not installed.</source>
        <translation>Aucun taux d&apos;erreur n&apos;est disponible&#xa0;: la fiche de ces poids n&apos;est pas installée.</translation>
    </message>
    <message>
        <source>Error rates, each above its interval</source>
        <translation>Taux d&apos;erreur, chacun au-dessus de son intervalle</translation>
    </message>
    <message>
        <source>Limits stated by the card</source>
        <translation>Limites indiquées par la fiche</translation>
    </message>
</context>
<context>
    <name>DetectorsView</name>
    <message>
        <source>The detectors are named here once they are loaded.</source>
        <translation>Les détecteurs sont nommés ici dès qu&apos;ils sont chargés.</translation>
    </message>
</context>
<context>
    <name>EditController</name>
    <message>
        <source>remove a file</source>
        <translation>retirer un fichier</translation>
    </message>
    <message>
        <source>remove files</source>
        <translation>retirer des fichiers</translation>
    </message>
    <message>
        <source>add a note</source>
        <translation>ajouter une note</translation>
    </message>
    <message>
        <source>amend a note</source>
        <translation>modifier une note</translation>
    </message>
    <message>
        <source>remove a note</source>
        <translation>supprimer une note</translation>
    </message>
    <message>
        <source>bookmark a frame</source>
        <translation>marquer une image</translation>
    </message>
    <message>
        <source>name a bookmark</source>
        <translation>nommer une marque</translation>
    </message>
    <message>
        <source>remove a bookmark</source>
        <translation>retirer une marque</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>the report</source>
        <translation>le rapport</translation>
    </message>
    <message>
        <source>Select fewer, or write the reports without a preview.</source>
        <translation>En sélectionner moins, ou écrire les rapports sans aperçu.</translation>
    </message>
    <message>
        <source>Too many for a preview</source>
        <translation>Trop de fichiers pour un aperçu</translation>
    </message>
    <message>
        <source>{0} files are too many for a preview; at most {1} are shown.</source>
        <translation>{0} fichiers sont trop nombreux pour un aperçu&#xa0;; au plus {1} sont affichés.</translation>
    </message>
    <message>
        <source>{0} files in {1}</source>
        <translation>{0} fichiers dans {1}</translation>
    </message>
    <message>
        <source>Report written</source>
        <translation>Rapport écrit</translation>
    </message>
    <message>
        <source>Not written: {0}.</source>
        <translation>Non écrit&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Stopped: a part is written</source>
        <translation>Arrêté&#xa0;: une partie est écrite</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>No report was written.</source>
        <translation>Aucun rapport n&apos;a été écrit.</translation>
    </message>
</context>
<context>
    <name>FaceController</name>
    <message>
        <source>the heat maps</source>
        <translation>les cartes de chaleur</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Detector whose input is shown</source>
        <translation>Détecteur dont l&apos;entrée est affichée</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Heat map (H): the places in this crop that moved the network towards manipulated. It does not show where a face was altered.</source>
        <translation>Carte de chaleur (H)&#xa0;: les endroits de cette découpe qui ont orienté le réseau vers «&#xa0;manipulé&#xa0;». Elle ne montre pas où un visage a été modifié.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacité de la carte de chaleur</translation>
    </message>
    <message>
        <source>Working out the heat map…</source>
        <translation>Calcul de la carte de chaleur…</translation>
    </message>
    <message>
        <source>Frame {0}, {1} x {2} pixels, as {3} read it: score {4}</source>
        <translation>Image {0}, {1} x {2} pixels, telle que {3} l&apos;a lue&#xa0;: score {4}</translation>
    </message>
    <message>
        <source>This frame was not analysed, so no network read it. Ctrl+Left and Ctrl+Right go to analysed faces.</source>
        <translation>Cette image n&apos;a pas été analysée&#xa0;; aucun réseau ne l&apos;a donc lue. Ctrl+Gauche et Ctrl+Droite mènent aux visages analysés.</translation>
    </message>
    <message>
        <source>No face here.</source>
        <translation>Aucun visage ici.</translation>
    </message>
</context>
<context>
    <name>FaceWords</name>
    <message>
        <source>Shows what moved the network, not where the face was altered.</source>
        <translation>Montre ce qui a influencé le réseau, non où le visage a été modifié.</translation>
    </message>
    <message>
        <source>In checks on validation crops (docs/validation.md) these maps were much alike from face to face, and covering what they mark lowered the score no more than covering places drawn at random. They say little about this face.</source>
        <translation>Lors de vérifications sur des extraits de validation (docs/validation.md), ces cartes se ressemblaient beaucoup d&apos;un visage à l&apos;autre, et masquer ce qu&apos;elles marquent n&apos;abaissait pas plus le score que masquer des endroits tirés au hasard. Elles disent peu de ce visage.</translation>
    </message>
    <message>
        <source>Nothing in this face moved the network towards manipulated: the map is empty.</source>
        <translation>Rien dans ce visage n&apos;a orienté le réseau vers «&#xa0;manipulé&#xa0;»&#xa0;: la carte est vide.</translation>
    </message>
    <message>
        <source>No network read this face: {0}.</source>
        <translation>Aucun réseau n&apos;a lu ce visage&#xa0;: {0}.</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>choisir un fichier</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>FolderController</name>
    <message>
        <source>the folder&apos;s list</source>
        <translation>la liste du dossier</translation>
    </message>
    <message>
        <source>{0} has more than {1} files</source>
        <translation>{0} contient plus de {1} fichiers</translation>
    </message>
    <message>
        <source>They are analysed as a batch.</source>
        <translation>Ils sont analysés en lot.</translation>
    </message>
    <message>
        <source>Nothing to open in {0}</source>
        <translation>Rien à ouvrir dans {0}</translation>
    </message>
    <message>
        <source>There is no image or video in this folder or in those inside it.</source>
        <translation>Il n&apos;y a ni image ni vidéo dans ce dossier ou dans ses sous-dossiers.</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>A number from 0 to 1 that a detector gives a face: the higher, the more it looks like the manipulated faces of its training. It is not the chance that the face is manipulated.</source>
        <translation>Un nombre de 0 à 1 qu&apos;un détecteur donne à un visage&#xa0;: plus il est haut, plus le visage ressemble aux visages manipulés de son apprentissage. Ce n&apos;est pas la probabilité que le visage soit manipulé.</translation>
    </message>
    <message>
        <source>Threshold (operating point)</source>
        <translation>Seuil (point de fonctionnement)</translation>
    </message>
    <message>
        <source>The score from which on an outcome is stated, chosen on validation data so that false alarms stay rare.</source>
        <translation>Le score à partir duquel un résultat est énoncé, choisi sur les données de validation pour que les fausses alertes restent rares.</translation>
    </message>
    <message>
        <source>Strength (likelihood ratio)</source>
        <translation>Force (rapport de vraisemblance)</translation>
    </message>
    <message>
        <source>How many times as frequent such scores are with manipulated faces as with others, in the calibration data. Its logarithm is 0 where the scores speak for neither; it is bounded by what the data can show.</source>
        <translation>Combien de fois de tels scores sont plus fréquents avec des visages manipulés qu&apos;avec les autres, dans les données d&apos;étalonnage. Son logarithme est 0 là où les scores ne parlent ni pour l&apos;un ni pour l&apos;autre&#xa0;; il est borné par ce que les données peuvent montrer.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>How much of the file the outcome rests on: frames decoded, examined, with a face, and with a face good enough to be scored.</source>
        <translation>La part du fichier sur laquelle repose le résultat&#xa0;: images décodées, examinées, avec un visage, et avec un visage assez bon pour être noté.</translation>
    </message>
    <message>
        <source>Pooled score</source>
        <translation>Score agrégé</translation>
    </message>
    <message>
        <source>The scores of a person&apos;s frames joined into one: the mean of their logits. It is compared with the thresholds.</source>
        <translation>Les scores des images d&apos;une personne réunis en un seul&#xa0;: la moyenne de leurs logits. Il est comparé aux seuils.</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUC)</source>
        <translation>Aire sous la courbe ROC (AUC)</translation>
    </message>
    <message>
        <source>How well a detector ranks: 1.0 puts every manipulated face above every other, 0.5 is a coin toss.</source>
        <translation>La qualité du classement d&apos;un détecteur&#xa0;: 1,0 place chaque visage manipulé au-dessus de tous les autres, 0,5 revient à tirer à pile ou face.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>Share of real faces whose score is at or above the support threshold.</source>
        <translation>Part des visages réels dont le score est égal ou supérieur au seuil d&apos;appui.</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Omissions</translation>
    </message>
    <message>
        <source>Share of manipulated faces whose score is below the support threshold.</source>
        <translation>Part des visages manipulés dont le score est inférieur au seuil d&apos;appui.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>The range that holds the true figure in 95 of 100 such measurements; few samples make it wide.</source>
        <translation>L&apos;intervalle qui contient la vraie valeur dans 95 mesures de ce genre sur 100&#xa0;; peu d&apos;échantillons le rendent large.</translation>
    </message>
    <message>
        <source>In-domain and out-of-domain</source>
        <translation>Dans le domaine et hors domaine</translation>
    </message>
    <message>
        <source>In-domain figures come from data like the training data; out-of-domain ones from other sources and other kinds of manipulation. Detectors err more often out of domain.</source>
        <translation>Les chiffres dans le domaine viennent de données semblables à celles d&apos;apprentissage&#xa0;; les chiffres hors domaine, d&apos;autres sources et d&apos;autres types de manipulation. Les détecteurs se trompent plus souvent hors domaine.</translation>
    </message>
    <message>
        <source>Person (track)</source>
        <translation>Personne (piste)</translation>
    </message>
    <message>
        <source>A face followed over time within one shot. The same person in another shot has another number.</source>
        <translation>Un visage suivi dans le temps au sein d&apos;un même plan. La même personne dans un autre plan a un autre numéro.</translation>
    </message>
    <message>
        <source>Marked span</source>
        <translation>Intervalle marqué</translation>
    </message>
    <message>
        <source>A time span in which the scores stay at or above a threshold: that of support, or that of no support where the face as a whole lies below it.</source>
        <translation>Un intervalle de temps pendant lequel les scores restent à un seuil ou au-dessus&#xa0;: le seuil d&apos;appui, ou celui de l&apos;absence d&apos;appui lorsque le visage dans son ensemble est au-dessous.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Where in the crop the score comes from. It shows what moved the network, not where a face was altered.</source>
        <translation>D&apos;où vient le score dans la découpe. Elle montre ce qui a influencé le réseau, non où un visage a été modifié.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Découpe</translation>
    </message>
    <message>
        <source>The square cut around a face that a network sees, always with the margin it was trained on.</source>
        <translation>Le carré découpé autour d&apos;un visage que voit un réseau, toujours avec la marge de son apprentissage.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of a file: two files with the same one have the same bytes.</source>
        <translation>Une empreinte de fichier&#xa0;: deux fichiers de même empreinte ont les mêmes octets.</translation>
    </message>
    <message>
        <source>Content credentials (C2PA)</source>
        <translation>Certificats de contenu (C2PA)</translation>
    </message>
    <message>
        <source>A signed statement inside a file on how it was made. Valid ones show that what was signed is unchanged, not that it is true.</source>
        <translation>Une déclaration signée, placée dans un fichier, sur la façon dont il a été fait. Des certificats valides montrent que ce qui a été signé est inchangé, non que c&apos;est vrai.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>What a camera or program wrote into the file. It is easily changed and never decides an outcome.</source>
        <translation>Ce qu&apos;un appareil photo ou un logiciel a inscrit dans le fichier. Elles se modifient facilement et ne décident jamais d&apos;un résultat.</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>A network with its weights and its card, which says what it was trained on and how often it errs.</source>
        <translation>Un réseau avec ses poids et sa fiche, qui dit sur quoi il a été entraîné et à quelle fréquence il se trompe.</translation>
    </message>
    <message>
        <source>Kinds of manipulation</source>
        <translation>Types de manipulation</translation>
    </message>
    <message>
        <source>Face swap: another face is put in. Reenactment: the face is made to move otherwise. Entire synthesis: there never was such a face.</source>
        <translation>Échange de visages&#xa0;: un autre visage est placé dans l&apos;image. Réanimation&#xa0;: le visage est mis en mouvement autrement. Synthèse intégrale&#xa0;: un tel visage n&apos;a jamais existé.</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>State or outcome</source>
        <translation>État ou résultat</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Open files</source>
        <translation>Fichiers ouverts</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>Annuler l&apos;analyse</translation>
    </message>
    <message>
        <source>Cancel the analyses</source>
        <translation>Annuler les analyses</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analyser de nouveau</translation>
    </message>
    <message>
        <source>Analyse these files again</source>
        <translation>Analyser de nouveau ces fichiers</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Remove these files from the list</source>
        <translation>Retirer ces fichiers de la liste</translation>
    </message>
</context>
<context>
    <name>KeyFrameController</name>
    <message>
        <source>the key frames</source>
        <translation>les images choisies</translation>
    </message>
    <message>
        <source>No key frames: there is no result.</source>
        <translation>Pas d&apos;images choisies&#xa0;: il n&apos;y a pas de résultat.</translation>
    </message>
    <message>
        <source>Key frames are chosen when the analysis is complete.</source>
        <translation>Les images sont choisies une fois l&apos;analyse complète.</translation>
    </message>
    <message>
        <source>Choosing key frames…</source>
        <translation>Choix des images en cours…</translation>
    </message>
    <message>
        <source>No key frames: no face was found.</source>
        <translation>Pas d&apos;images choisies&#xa0;: aucun visage n&apos;a été trouvé.</translation>
    </message>
    <message>
        <source>Some key frames could not be read again.</source>
        <translation>Certaines images choisies n&apos;ont pas pu être relues.</translation>
    </message>
</context>
<context>
    <name>KeyFrameStrip</name>
    <message>
        <source>Key frames</source>
        <translation>Images choisies</translation>
    </message>
</context>
<context>
    <name>KeyFrames</name>
    <message>
        <source>highest</source>
        <translation>le plus haut</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>le plus bas</translation>
    </message>
    <message>
        <source>spaced</source>
        <translation>répartie</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>image fixe</translation>
    </message>
    <message>
        <source>{0} at {1}: among the highest scores ({2})</source>
        <translation>{0} à {1}&#xa0;: parmi les scores les plus hauts ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: the lowest score ({2})</source>
        <translation>{0} à {1}&#xa0;: le score le plus bas ({2})</translation>
    </message>
    <message>
        <source>{0} at {1}: chosen evenly over time (score {2})</source>
        <translation>{0} à {1}&#xa0;: choisie à intervalles réguliers (score {2})</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>no support &lt; {0}</source>
        <translation>aucun élément &lt; {0}</translation>
    </message>
    <message>
        <source>support ≥ {0}</source>
        <translation>en faveur ≥ {0}</translation>
    </message>
    <message>
        <source>Operating points of the detector that decides, from its card: from the upper one on, scores count as support for manipulation; below the lower one, no support is found; between them nothing can be concluded.</source>
        <translation>Points de fonctionnement du détecteur qui décide, d&apos;après sa fiche&#xa0;: à partir du point supérieur, les scores comptent comme éléments en faveur d&apos;une manipulation&#xa0;; au-dessous du point inférieur, aucun élément n&apos;est trouvé&#xa0;; entre les deux, rien ne peut être conclu.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Third-party licenses</source>
        <translation>Licences tierces</translation>
    </message>
    <message>
        <source>FaceWitness contains the work of others, under their own terms.</source>
        <translation>FaceWitness contient le travail d&apos;autres auteurs, sous leurs propres conditions.</translation>
    </message>
    <message>
        <source>List of parts and their licenses</source>
        <translation>Liste des composants et de leurs licences</translation>
    </message>
    <message>
        <source>The full texts: {0}</source>
        <translation>Les textes complets : {0}</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Exporter un rapport</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} fichiers</translation>
    </message>
    <message>
        <source>{0} to go</source>
        <translation>encore {0} à traiter</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>tout est terminé</translation>
    </message>
</context>
<context>
    <name>MediaFacts</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>still image</source>
        <translation>image fixe</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>The name&apos;s ending does not fit the content.</source>
        <translation>L&apos;extension du nom ne correspond pas au contenu.</translation>
    </message>
    <message>
        <source>not hashed again</source>
        <translation>empreinte non recalculée</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>NON</translation>
    </message>
    <message>
        <source>SHA-256 after the analysis</source>
        <translation>SHA-256 après l&apos;analyse</translation>
    </message>
    <message>
        <source>Same after analysis</source>
        <translation>Identique après l&apos;analyse</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} pixels</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Images annoncées</translation>
    </message>
    <message>
        <source>Stream {0}: {1}</source>
        <translation>Flux {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>Stream {0}: {1}, analysed</source>
        <translation>Flux {0}&#xa0;: {1}, analysé</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} images par seconde</translation>
    </message>
    <message>
        <source>{0} frames declared</source>
        <translation>{0} images annoncées</translation>
    </message>
    <message>
        <source>starts at {0}</source>
        <translation>commence à {0}</translation>
    </message>
    <message>
        <source>turned by {0}°</source>
        <translation>rotation de {0}°</translation>
    </message>
    <message>
        <source>The file carries no metadata.</source>
        <translation>Le fichier ne contient pas de métadonnées.</translation>
    </message>
    <message>
        <source>Easily changed; it never decides an outcome.</source>
        <translation>Faciles à modifier&#xa0;; elles ne décident jamais d&apos;un résultat.</translation>
    </message>
    <message>
        <source>{0} more are in the JSON report.</source>
        <translation>{0} autres figurent dans le rapport JSON.</translation>
    </message>
    <message>
        <source>Content credentials: absent</source>
        <translation>Certificats de contenu&#xa0;: absents</translation>
    </message>
    <message>
        <source>Content credentials: elsewhere, not visited</source>
        <translation>Certificats de contenu&#xa0;: ailleurs, non visités</translation>
    </message>
    <message>
        <source>Content credentials: valid</source>
        <translation>Certificats de contenu&#xa0;: valides</translation>
    </message>
    <message>
        <source>Content credentials: INVALID</source>
        <translation>Certificats de contenu&#xa0;: NON VALIDES</translation>
    </message>
    <message>
        <source>Content credentials: could not be examined</source>
        <translation>Certificats de contenu&#xa0;: n&apos;ont pas pu être examinés</translation>
    </message>
    <message>
        <source>Content credentials: not examined</source>
        <translation>Certificats de contenu&#xa0;: non examinés</translation>
    </message>
    <message>
        <source>They are examined when the file is analysed.</source>
        <translation>Ils sont examinés lors de l&apos;analyse du fichier.</translation>
    </message>
    <message>
        <source>There are none in the file. Most files have none.</source>
        <translation>Le fichier n&apos;en contient pas. La plupart des fichiers n&apos;en ont pas.</translation>
    </message>
    <message>
        <source>The file refers to an address for them. It was not visited: no network.</source>
        <translation>Le fichier renvoie à une adresse pour ces certificats. Elle n&apos;a pas été visitée&#xa0;: pas de réseau.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>Signé le</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Logiciel déclaré</translation>
    </message>
    <message>
        <source>Stated actions</source>
        <translation>Actions déclarées</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>No list of trusted signers is applied: anyone can sign with any name.</source>
        <translation>Aucune liste de signataires de confiance n&apos;est appliquée&#xa0;: n&apos;importe qui peut signer sous n&apos;importe quel nom.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Logiciel</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Recherche de visages</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Command that repeats it</source>
        <translation>Commande pour la répéter</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} octets</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message>
        <source>Opening the file…</source>
        <translation>Ouverture du fichier…</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>aucun visage trouvé</translation>
    </message>
    <message>
        <source>scores by {0}</source>
        <translation>scores de {0}</translation>
    </message>
    <message>
        <source>between analysed frames, boxes estimated</source>
        <translation>entre des images analysées, cadres estimés</translation>
    </message>
    <message>
        <source>no face here</source>
        <translation>aucun visage ici</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Go to a time or frame…</source>
        <translation>&amp;Aller à un temps ou une image…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation>&amp;Ajuster l&apos;image</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Taille réelle</translation>
    </message>
    <message>
        <source>Zoom to the &amp;face</source>
        <translation>Zoom &amp;sur le visage</translation>
    </message>
    <message>
        <source>&amp;Move the picture</source>
        <translation>&amp;Déplacer l&apos;image</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Pa&amp;nneaux</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>&amp;Rétablir la disposition</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>Appar&amp;ence</translation>
    </message>
    <message>
        <source>To the &amp;left</source>
        <translation>Vers la &amp;gauche</translation>
    </message>
    <message>
        <source>To the &amp;right</source>
        <translation>Vers la &amp;droite</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Vers le &amp;haut</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Vers le &amp;bas</translation>
    </message>
    <message>
        <source>&amp;Time line</source>
        <translation>&amp;Chronologie</translation>
    </message>
    <message>
        <source>Show the &amp;whole file</source>
        <translation>&amp;Afficher tout le fichier</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;in</source>
        <translation>Zoom a&amp;vant sur la chronologie</translation>
    </message>
    <message>
        <source>Zoom the time line &amp;out</source>
        <translation>Zoom a&amp;rrière sur la chronologie</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>Plus &amp;tôt</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Plus tar&amp;d</translation>
    </message>
    <message>
        <source>&amp;Select a span</source>
        <translation>&amp;Sélectionner un intervalle</translation>
    </message>
    <message>
        <source>The span &amp;begins here</source>
        <translation>L&apos;intervalle &amp;commence ici</translation>
    </message>
    <message>
        <source>The span en&amp;ds here</source>
        <translation>L&apos;intervalle &amp;finit ici</translation>
    </message>
    <message>
        <source>&amp;Key frames</source>
        <translation>&amp;Images choisies</translation>
    </message>
    <message>
        <source>Save the plot as &amp;PNG…</source>
        <translation>Enregistrer le graphique en &amp;PNG…</translation>
    </message>
    <message>
        <source>Save the plot as S&amp;VG…</source>
        <translation>Enregistrer le graphique en SV&amp;G…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Terms explained</source>
        <translation>&amp;Termes expliqués</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>Pro&amp;blèmes</translation>
    </message>
    <message>
        <source>&amp;Log of the program</source>
        <translation>&amp;Journal du logiciel</translation>
    </message>
    <message>
        <source>Check the &amp;weights…</source>
        <translation>&amp;Vérifier les poids…</translation>
    </message>
    <message>
        <source>Third-party &amp;licenses</source>
        <translation>&amp;Licences tierces</translation>
    </message>
    <message>
        <source>&amp;About FaceWitness</source>
        <translation>À &amp;propos de FaceWitness</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Bookmark the frame shown, or not</source>
        <translation>&amp;Marquer ou démarquer l&apos;image affichée</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>Écrire une &amp;note</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ré&amp;glages…</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Rapports</translation>
    </message>
    <message>
        <source>&amp;Preview the PDF…</source>
        <translation>Aperçu du &amp;PDF…</translation>
    </message>
    <message>
        <source>All &amp;formats…</source>
        <translation>Tous les &amp;formats…</translation>
    </message>
    <message>
        <source>&amp;Selected files</source>
        <translation>Fichiers &amp;sélectionnés</translation>
    </message>
    <message>
        <source>&amp;Everything open</source>
        <translation>Tout ce qui est &amp;ouvert</translation>
    </message>
    <message>
        <source>&amp;Preview the PDFs…</source>
        <translation>Aperçu des &amp;PDF…</translation>
    </message>
    <message>
        <source>&amp;Selected files ({0})</source>
        <translation>Fichiers &amp;sélectionnés ({0})</translation>
    </message>
    <message>
        <source>&amp;Everything open ({0})</source>
        <translation>Tout ce qui est &amp;ouvert ({0})</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>nobody named</source>
        <translation>auteur non indiqué</translation>
    </message>
    <message>
        <source>Amend the note</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Supprimer la note</translation>
    </message>
    <message>
        <source>Amended note</source>
        <translation>Note modifiée</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <source>What you see and think. Your notes are printed in the report, apart from the tool&apos;s findings.</source>
        <translation>Ce que vous voyez et pensez. Vos notes figurent dans le rapport, séparées des résultats du logiciel.</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the text does the same</source>
        <translation>Ctrl+Entrée dans le texte a le même effet</translation>
    </message>
    <message>
        <source>Bookmark the frame shown</source>
        <translation>Marquer l&apos;image affichée</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Bookmarked frames</source>
        <translation>Images marquées</translation>
    </message>
    <message>
        <source>None yet. Ctrl+D bookmarks the frame shown.</source>
        <translation>Aucune pour l&apos;instant. Ctrl+D marque l&apos;image affichée.</translation>
    </message>
    <message>
        <source>as {0}</source>
        <translation>en tant que {0}</translation>
    </message>
    <message>
        <source>Name the examiner in the settings.</source>
        <translation>Nommer l&apos;examinateur dans les réglages.</translation>
    </message>
    <message>
        <source>Remove the bookmark of the frame shown</source>
        <translation>Retirer la marque de l&apos;image affichée</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>Progress of the analysis</source>
        <translation>Avancement de l&apos;analyse</translation>
    </message>
    <message>
        <source>{0} frames analysed</source>
        <translation>{0} images analysées</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} en échec</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analyser de nouveau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Detach or attach</source>
        <translation>Détacher ou rattacher</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Evidence</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Face close-up</source>
        <translation>Visage en gros plan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Aperçu du rapport</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Drawing the page…</source>
        <translation>Rendu de la page…</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Page du rapport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Saving writes exactly what is shown here.</source>
        <translation>L&apos;enregistrement écrit exactement ce qui est affiché ici.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Page {0} sur {1}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>sur {0}</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Open the images and videos of a folder</source>
        <translation>Ouvrir les images et vidéos d&apos;un dossier</translation>
    </message>
    <message>
        <source>Folder for the demo clip</source>
        <translation>Dossier du clip de démonstration</translation>
    </message>
    <message>
        <source>{0} picture</source>
        <translation>Image {0}</translation>
    </message>
    <message>
        <source>Save the plot (not beside the evidence)</source>
        <translation>Enregistrer le graphique (pas à côté des pièces)</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Go to a time or a frame</source>
        <translation>Aller à un temps ou à une image</translation>
    </message>
    <message>
        <source>Go to a time or a frame: type 0:06.5, 00:01:02.5 or 62.5 for a time, 150 for a frame, and press Enter.</source>
        <translation>Aller à un temps ou à une image&#xa0;: saisir 0:06.5, 00:01:02.5 ou 62.5 pour un temps, 150 pour une image, puis appuyer sur Entrée.</translation>
    </message>
    <message>
        <source>not a time or a frame: type 0:06.5 or 150</source>
        <translation>ni un temps ni une image&#xa0;: saisir 0:06.5 ou 150</translation>
    </message>
</context>
<context>
    <name>PlaybackController</name>
    <message>
        <source>the decoder</source>
        <translation>le décodeur</translation>
    </message>
</context>
<context>
    <name>PlotController</name>
    <message>
        <source>the plot</source>
        <translation>le graphique</translation>
    </message>
    <message>
        <source>Only the persons in view are drawn: {0} of {1}.</source>
        <translation>Seules les personnes affichées sont tracées&#xa0;: {0} sur {1}.</translation>
    </message>
    <message>
        <source>Scores over time, from 0 to 1: higher speaks more for manipulation of the kinds the detectors were trained on.</source>
        <translation>Scores au cours du temps, de 0 à 1&#xa0;: plus haut est davantage en faveur d&apos;une manipulation des types appris par les détecteurs.</translation>
    </message>
    <message>
        <source>A gap: no usable face. A shaded span with a bar: suspicious.</source>
        <translation>Un vide&#xa0;: aucun visage utilisable. Un intervalle ombré avec une barre&#xa0;: suspect.</translation>
    </message>
    <message>
        <source>SHA-256 {0}</source>
        <translation>SHA-256 {0}</translation>
    </message>
    <message>
        <source>The analysis is not complete: only a part of the file.</source>
        <translation>L&apos;analyse n&apos;est pas complète&#xa0;: une partie seulement du fichier.</translation>
    </message>
    <message>
        <source>Plot saved</source>
        <translation>Graphique enregistré</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>the preview</source>
        <translation>l&apos;aperçu</translation>
    </message>
    <message>
        <source>Overview of all files</source>
        <translation>Récapitulatif de tous les fichiers</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
</context>
<context>
    <name>ProblemsButton</name>
    <message>
        <source>Show the problems, or hide them</source>
        <translation>Afficher ou masquer les problèmes</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 problème</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} problèmes</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the chosen problems, or all of them</source>
        <translation>Copier les problèmes choisis, ou tous</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>RateTable</name>
    <message>
        <source>in-domain</source>
        <translation>dans le domaine</translation>
    </message>
    <message>
        <source>out-of-domain</source>
        <translation>hors domaine</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>données de validation</translation>
    </message>
    <message>
        <source>test data, unseen originals</source>
        <translation>données de test, originaux jamais vus</translation>
    </message>
    <message>
        <source>whole clips, generators and sources never seen</source>
        <translation>clips entiers, générateurs et sources jamais vus</translation>
    </message>
    <message>
        <source>self-made blends, a method not trained on</source>
        <translation>fusions faites par nous, méthode non apprise</translation>
    </message>
    <message>
        <source>altered validation crops</source>
        <translation>découpes de validation altérées</translation>
    </message>
    <message>
        <source>unaltered</source>
        <translation>inchangées</translation>
    </message>
    <message>
        <source>face below 100 px</source>
        <translation>visage de moins de 100 px</translation>
    </message>
    <message>
        <source>face 100 to 200 px</source>
        <translation>visage de 100 à 200 px</translation>
    </message>
    <message>
        <source>face of 200 px or more</source>
        <translation>visage de 200 px ou plus</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>medium brightness</source>
        <translation>luminosité moyenne</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>clair</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>flou</translation>
    </message>
    <message>
        <source>medium sharpness</source>
        <translation>netteté moyenne</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>net</translation>
    </message>
    <message>
        <source>seen from the front</source>
        <translation>vu de face</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>tourné</translation>
    </message>
    <message>
        <source>far turned</source>
        <translation>très tourné</translation>
    </message>
    <message>
        <source>JPEG, quality 70</source>
        <translation>JPEG, qualité 70</translation>
    </message>
    <message>
        <source>JPEG, quality 40</source>
        <translation>JPEG, qualité 40</translation>
    </message>
    <message>
        <source>half the size</source>
        <translation>taille réduite de moitié</translation>
    </message>
    <message>
        <source>a quarter of the size</source>
        <translation>quart de la taille</translation>
    </message>
    <message>
        <source>half the size, JPEG 40</source>
        <translation>moitié de la taille, JPEG 40</translation>
    </message>
    <message>
        <source>blurred, 1.5 px</source>
        <translation>floues, 1,5 px</translation>
    </message>
    <message>
        <source>darkened</source>
        <translation>assombri</translation>
    </message>
    <message>
        <source>mean of the frame scores, for comparison</source>
        <translation>moyenne des scores par image, pour comparaison</translation>
    </message>
    <message>
        <source>{0} measured</source>
        <translation>{0} mesurés</translation>
    </message>
    <message>
        <source>{0} real, {1} fake</source>
        <translation>{0} réels, {1} faux</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>Omissions</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>Error rates of {0}</source>
        <translation>Taux d&apos;erreur de {0}</translation>
    </message>
</context>
<context>
    <name>RecallController</name>
    <message>
        <source>the results&apos; reader</source>
        <translation>le lecteur des résultats</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Reopen the files</source>
        <translation>Rouvrir les fichiers</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>The program ended unexpectedly in the run that began at {0}.</source>
        <translation>Le logiciel s&apos;est fermé de façon inattendue pendant la session commencée le {0}.</translation>
    </message>
    <message>
        <source>One file was open; its notes and bookmarks were kept.</source>
        <translation>Un fichier était ouvert&#xa0;; ses notes et ses marques ont été conservées.</translation>
    </message>
    <message>
        <source>{0} files were open; their notes and bookmarks were kept.</source>
        <translation>{0} fichiers étaient ouverts&#xa0;; leurs notes et leurs marques ont été conservées.</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>so many a second</source>
        <translation>tant par seconde</translation>
    </message>
    <message>
        <source>every n-th</source>
        <translation>une sur n</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> par seconde</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Persons shown</source>
        <translation>Personnes affichées</translation>
    </message>
    <message>
        <source>Scores over time</source>
        <translation>Scores au cours du temps</translation>
    </message>
</context>
<context>
    <name>ScoresHeader</name>
    <message>
        <source>Person whose scores stand out</source>
        <translation>Personne dont les scores sont mis en évidence</translation>
    </message>
    <message>
        <source>Select a span (S): figures for the scores within it. Drag its ends, or drag in the plot while you hold Shift. I and O set its ends at the frame shown.</source>
        <translation>Sélectionner un intervalle (S)&#xa0;: chiffres des scores qu&apos;il contient. Faire glisser ses bornes, ou glisser dans le graphique en maintenant Maj. I et O placent ses bornes à l&apos;image affichée.</translation>
    </message>
    <message>
        <source>Select a span</source>
        <translation>Sélectionner un intervalle</translation>
    </message>
    <message>
        <source>Key frames (T): the highest and the lowest scores of each person, and some frames chosen evenly over time.</source>
        <translation>Images choisies (T)&#xa0;: les scores les plus hauts et les plus bas de chaque personne, et quelques images choisies à intervalles réguliers.</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Images choisies</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Save the plot as a picture</source>
        <translation>Enregistrer le graphique comme image</translation>
    </message>
    <message>
        <source>As PNG…</source>
        <translation>En PNG…</translation>
    </message>
    <message>
        <source>As SVG…</source>
        <translation>En SVG…</translation>
    </message>
    <message>
        <source>Show the scores of {0}</source>
        <translation>Afficher les scores de {0}</translation>
    </message>
    <message>
        <source>All persons</source>
        <translation>Toutes les personnes</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>A still image has one score for each face.
They stand in the picture and beside the persons.</source>
        <translation>Une image fixe a un score pour chaque visage.
Ils figurent dans l&apos;image et à côté des personnes.</translation>
    </message>
    <message>
        <source>No scores.</source>
        <translation>Aucun score.</translation>
    </message>
    <message>
        <source>No scores yet.</source>
        <translation>Aucun score pour l&apos;instant.</translation>
    </message>
</context>
<context>
    <name>SettingCatalog</name>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Engine and device</source>
        <translation>Moteur et matériel</translation>
    </message>
    <message>
        <source>Frames and faces</source>
        <translation>Images et visages</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Seuils</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Report header</source>
        <translation>En-tête du rapport</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Detectors to run</source>
        <translation>Détecteurs à exécuter</translation>
    </message>
    <message>
        <source>Each detector scores every face by itself. The sequence detector reads what another one sees, which is loaded for it when it is not chosen.</source>
        <translation>Chaque détecteur note chaque visage séparément. Le détecteur de séquences lit ce que voit un autre détecteur, qui est chargé pour lui s&apos;il n&apos;est pas choisi.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>The program that computes the networks. Automatic takes the first that is installed; both give the same scores within 0.00001.</source>
        <translation>Le logiciel qui calcule les réseaux. Automatique prend le premier installé&#xa0;; les deux donnent les mêmes scores à 0,00001 près.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where one really works, and says in the report why it did not.</source>
        <translation>Automatique prend une carte graphique là où elle fonctionne vraiment, et indique dans le rapport pourquoi ce n&apos;est pas le cas sinon.</translation>
    </message>
    <message>
        <source>Crops at once</source>
        <translation>Découpes à la fois</translation>
    </message>
    <message>
        <source>How many face crops a network gets at once. More need more memory and make stopping slower.</source>
        <translation>Nombre de découpes de visage qu&apos;un réseau reçoit à la fois. Un nombre plus grand demande plus de mémoire et ralentit l&apos;arrêt.</translation>
    </message>
    <message>
        <source>Frames to analyse</source>
        <translation>Images à analyser</translation>
    </message>
    <message>
        <source>Frames between those analysed are not looked at. Five a second give the sequence detector a window of four seconds.</source>
        <translation>Les images situées entre celles analysées ne sont pas regardées. Cinq par seconde donnent au détecteur de séquences une fenêtre de quatre secondes.</translation>
    </message>
    <message>
        <source>Window step</source>
        <translation>Pas de la fenêtre</translation>
    </message>
    <message>
        <source>Analysed faces between the starts of two windows of the sequence detector.</source>
        <translation>Visages analysés entre les débuts de deux fenêtres du détecteur de séquences.</translation>
    </message>
    <message>
        <source> faces</source>
        <translation> visages</translation>
    </message>
    <message>
        <source>Fewest usable faces</source>
        <translation>Minimum de visages utilisables</translation>
    </message>
    <message>
        <source>A person in a video with fewer usable faces gets no outcome.</source>
        <translation>Dans une vidéo, une personne avec moins de visages utilisables ne reçoit pas de résultat.</translation>
    </message>
    <message>
        <source>From which score on an outcome is stated.</source>
        <translation>Score à partir duquel un résultat est énoncé.</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>Recherche de visages</translation>
    </message>
    <message>
        <source>Finds the faces. The detectors were measured on crops of CenterFace; the other is quicker and misses small faces.</source>
        <translation>Trouve les visages. Les détecteurs ont été mesurés sur des découpes de CenterFace&#xa0;; l&apos;autre méthode est plus rapide et manque les petits visages.</translation>
    </message>
    <message>
        <source>Smallest face</source>
        <translation>Plus petit visage</translation>
    </message>
    <message>
        <source>A face whose shorter side is below this is found and followed, but not scored.</source>
        <translation>Un visage dont le petit côté est inférieur à cette valeur est trouvé et suivi, mais n&apos;est pas noté.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Least sharpness</source>
        <translation>Netteté minimale</translation>
    </message>
    <message>
        <source>Variance of the Laplacian of the face below which it is not scored: blurred faces mislead the detectors.</source>
        <translation>Variance du laplacien du visage au-dessous de laquelle il n&apos;est pas noté&#xa0;: les visages flous induisent les détecteurs en erreur.</translation>
    </message>
    <message>
        <source>Search of the whole frame</source>
        <translation>Recherche dans toute l&apos;image</translation>
    </message>
    <message>
        <source>Longest time between two searches at full size. A small face that shows for less may be missed; 0 searches every frame so.</source>
        <translation>Temps maximal entre deux recherches à pleine taille. Un petit visage visible moins longtemps peut être manqué&#xa0;; 0 recherche ainsi dans chaque image.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Interruption maximale</translation>
    </message>
    <message>
        <source>A person who is not seen for longer becomes a new one.</source>
        <translation>Une personne qui n&apos;est pas vue pendant plus longtemps devient une nouvelle personne.</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>Plus grande image</translation>
    </message>
    <message>
        <source>A larger picture is refused before it is decoded: it could not be evaluated.</source>
        <translation>Une image plus grande est refusée avant le décodage : évaluation impossible.</translation>
    </message>
    <message>
        <source> megapixels</source>
        <translation> mégapixels</translation>
    </message>
    <message>
        <source>Memory of the decoder</source>
        <translation>Mémoire du décodeur</translation>
    </message>
    <message>
        <source>What the decoder may take; a file that needs more could not be evaluated.</source>
        <translation>Ce que le décodeur peut prendre ; pour un fichier qui demande plus, évaluation impossible.</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Longest wait for a frame</source>
        <translation>Attente maximale d&apos;une image</translation>
    </message>
    <message>
        <source>A frame that takes longer ends the analysis of that file, not of the others.</source>
        <translation>Une image qui demande plus de temps met fin à l&apos;analyse de ce fichier, pas des autres.</translation>
    </message>
    <message>
        <source>Longest wait for opening</source>
        <translation>Attente maximale à l&apos;ouverture</translation>
    </message>
    <message>
        <source>A file that takes longer to open could not be evaluated. Hashing does not count.</source>
        <translation>Un fichier plus long à ouvrir : évaluation impossible. Le calcul de l&apos;empreinte ne compte pas.</translation>
    </message>
    <message>
        <source>Most frames of a file</source>
        <translation>Maximum d&apos;images par fichier</translation>
    </message>
    <message>
        <source>Frames beyond this are not decoded, and the file could not be evaluated.</source>
        <translation>Les images au-delà ne sont pas décodées : évaluation impossible du fichier.</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Examinateur</translation>
    </message>
    <message>
        <source>Who runs the analysis; your notes carry this name.</source>
        <translation>Qui effectue l&apos;analyse&#xa0;; vos notes portent ce nom.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Relecteur</translation>
    </message>
    <message>
        <source>Who reads the report before it leaves.</source>
        <translation>Qui lit le rapport avant son envoi.</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Numéro d&apos;affaire</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>Numéro de pièce</translation>
    </message>
    <message>
        <source>Printed on the report of a single file only.</source>
        <translation>Imprimé uniquement sur le rapport d&apos;un seul fichier.</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Demandeur</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autorité</translation>
    </message>
    <message>
        <source>By what right it was asked for.</source>
        <translation>À quel titre la demande a été faite.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Objet de la demande</translation>
    </message>
    <message>
        <source>What was asked for.</source>
        <translation>Ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Requested on</source>
        <translation>Date de la demande</translation>
    </message>
    <message>
        <source>Received when</source>
        <translation>Reçu le</translation>
    </message>
    <message>
        <source>Received how</source>
        <translation>Mode de réception</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Reçu par</translation>
    </message>
    <message>
        <source>Original or copy</source>
        <translation>Original ou copie</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Format de papier</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Langue du rapport</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>A picture for the head of the first page, PNG or JPEG.</source>
        <translation>Une image pour l&apos;en-tête de la première page, PNG ou JPEG.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation>Claire, sombre, ou selon le système.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Processeur (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (GPU)</source>
        <translation>Carte graphique (GPU)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Measuring {0}, {1}…</source>
        <translation>Mesure de {0}, {1}…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminé.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>Default of: {0}</source>
        <translation>Valeur par défaut de&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Revenir à la valeur par défaut</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Defaults of this page</source>
        <translation>Valeurs par défaut de cette page</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was broken</source>
        <translation>Le fichier des réglages était endommagé</translation>
    </message>
    <message>
        <source>It was set aside as {0} ({1}); the defaults are used.</source>
        <translation>Il a été mis de côté sous {0} ({1})&#xa0;; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Open the settings and set again what you need.</source>
        <translation>Ouvrir les réglages et définir de nouveau ce qui est nécessaire.</translation>
    </message>
    <message>
        <source>Some settings could not be read</source>
        <translation>Certains réglages n&apos;ont pas pu être lus</translation>
    </message>
    <message>
        <source>The defaults are used for: {0}. A copy of the file is {1}.</source>
        <translation>Les valeurs par défaut sont utilisées pour&#xa0;: {0}. Une copie du fichier est {1}.</translation>
    </message>
    <message>
        <source>Open the settings and set them again.</source>
        <translation>Ouvrir les réglages et les définir de nouveau.</translation>
    </message>
    <message>
        <source>The settings are those of a newer program</source>
        <translation>Les réglages sont ceux d&apos;un logiciel plus récent</translation>
    </message>
    <message>
        <source>{0} is left as it is; the defaults are used.</source>
        <translation>{0} est laissé tel quel&#xa0;; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Update the program.</source>
        <translation>Les modifications valent jusqu&apos;à la fermeture du logiciel. Mettre le logiciel à jour.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Les réglages ne peuvent être lus</translation>
    </message>
    <message>
        <source>{0}: {1}. The defaults are used.</source>
        <translation>{0}&#xa0;: {1}. Les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Changes hold until the program ends. Make the file readable.</source>
        <translation>Les modifications valent jusqu&apos;à la fermeture du logiciel. Rendre le fichier lisible.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Aucune correspondance.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Terms explained</source>
        <translation>Termes expliqués</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Ailleurs</translation>
    </message>
</context>
<context>
    <name>SpanPanel</name>
    <message>
        <source>Select no span</source>
        <translation>Ne sélectionner aucun intervalle</translation>
    </message>
    <message>
        <source>Scores in the selected span</source>
        <translation>Scores dans l&apos;intervalle sélectionné</translation>
    </message>
    <message>
        <source>{0} s, no analysed frame with a face</source>
        <translation>{0} s, aucune image analysée avec un visage</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with 1 face</source>
        <translation>{0} s, 1 image analysée avec 1 visage</translation>
    </message>
    <message>
        <source>{0} s, 1 analysed frame with {1} faces</source>
        <translation>{0} s, 1 image analysée avec {1} visages</translation>
    </message>
    <message>
        <source>{0} s, {1} analysed frames with {2} faces</source>
        <translation>{0} s, {1} images analysées avec {2} visages</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message>
        <source>All persons</source>
        <translation>Toutes les personnes</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>A share of {0} of these scores is at or above {1}, the support threshold.</source>
        <translation>Une part de {0} de ces scores est égale ou supérieure à {1}, le seuil d&apos;appui.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>How many scores of this detector lie in the span</source>
        <translation>Nombre de scores de ce détecteur dans l&apos;intervalle</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Arithmetic mean of these scores</source>
        <translation>Moyenne arithmétique de ces scores</translation>
    </message>
    <message>
        <source>95th</source>
        <translation>95e cent.</translation>
    </message>
    <message>
        <source>95th percentile: 19 of 20 scores are below it</source>
        <translation>95e centile&#xa0;: 19 scores sur 20 sont au-dessous</translation>
    </message>
    <message>
        <source>≥ threshold</source>
        <translation>≥ seuil</translation>
    </message>
</context>
<context>
    <name>SpeedView</name>
    <message>
        <source>Engines and devices of this computer</source>
        <translation>Moteurs et matériels de cet ordinateur</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>Mesurer la vitesse</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Crops a second</source>
        <translation>Découpes/s</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>ONNX Runtime was built for: {0}</source>
        <translation>ONNX Runtime a été compilé pour&#xa0;: {0}</translation>
    </message>
</context>
<context>
    <name>StrengthScale</name>
    <message>
        <source>log10 likelihood ratio {0} on a scale limited to {1} to {2}</source>
        <translation>rapport de vraisemblance log10 {0} sur une échelle limitée de {1} à {2}</translation>
    </message>
    <message>
        <source>not manipulated</source>
        <translation>non manipulé</translation>
    </message>
    <message>
        <source>manipulated</source>
        <translation>manipulé</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>ni l&apos;un ni l&apos;autre</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Progress of the reports</source>
        <translation>Avancement des rapports</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop writing reports</source>
        <translation>Arrêter l&apos;écriture des rapports</translation>
    </message>
    <message>
        <source>What is written already stays</source>
        <translation>Ce qui est déjà écrit est conservé</translation>
    </message>
    <message>
        <source>Report {0} of {1}: {2}</source>
        <translation>Rapport {0} sur {1}&#xa0;: {2}</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Création du rapport…</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Nothing is written there.</source>
        <translation>Rien n&apos;y est écrit.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ThresholdsEditor</name>
    <message>
        <source>Thresholds were changed. Reports print the changed ones beside those of the card, with a warning on the first page: the measured error rates hold for the card&apos;s thresholds only.</source>
        <translation>Des seuils ont été modifiés. Les rapports impriment les seuils modifiés à côté de ceux de la fiche, avec un avertissement en première page&#xa0;: les taux d&apos;erreur mesurés ne valent que pour les seuils de la fiche.</translation>
    </message>
    <message>
        <source>Other thresholds than the card&apos;s</source>
        <translation>Seuils autres que ceux de la fiche</translation>
    </message>
    <message>
        <source>Support from</source>
        <translation>En faveur à partir de</translation>
    </message>
    <message>
        <source>No support below</source>
        <translation>Aucun élément au-dessous de</translation>
    </message>
    <message>
        <source>The card says {0}.</source>
        <translation>La fiche indique {0}.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Position in the file</source>
        <translation>Position dans le fichier</translation>
    </message>
</context>
<context>
    <name>TrackTable</name>
    <message>
        <source>Seen in {0} analysed frames, usable in {1}</source>
        <translation>Visible dans {0} images analysées, utilisable dans {1}</translation>
    </message>
    <message>
        <source>Decided by {0}</source>
        <translation>Décidé par {0}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Frame and time shown</source>
        <translation>Image et temps affichés</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>Playing speed: seconds of the file in one second</source>
        <translation>Vitesse de lecture&#xa0;: secondes du fichier en une seconde</translation>
    </message>
    <message>
        <source>{0}×</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0} x {1} pixels</source>
        <translation>{0} x {1} pixels</translation>
    </message>
    <message>
        <source>of {0}   frame {1}</source>
        <translation>sur {0}   image {1}</translation>
    </message>
    <message>
        <source>frame {0}</source>
        <translation>image {0}</translation>
    </message>
</context>
<context>
    <name>VerdictFacts</name>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>mean {0}, 95th percentile {1}, n = {2}</source>
        <translation>moyenne {0}, 95e centile {1}, n = {2}</translation>
    </message>
    <message>
        <source>decides with the pooled score {0}</source>
        <translation>décide avec le score agrégé {0}</translation>
    </message>
    <message>
        <source>Strength of the evidence</source>
        <translation>Force du résultat</translation>
    </message>
    <message>
        <source>Marked spans</source>
        <translation>Intervalles marqués</translation>
    </message>
    <message>
        <source>Frames declared</source>
        <translation>Images annoncées</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Décodées</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysées</translation>
    </message>
    <message>
        <source>With a face</source>
        <translation>Avec un visage</translation>
    </message>
    <message>
        <source>With a usable face</source>
        <translation>Avec un visage utilisable</translation>
    </message>
    <message>
        <source>Faces not scored</source>
        <translation>Visages non notés</translation>
    </message>
    <message>
        <source>The outcome of the file is the gravest of its persons&apos;.</source>
        <translation>Le résultat du fichier est le plus grave de ceux de ses personnes.</translation>
    </message>
    <message>
        <source>{0} more persons are in the table above.</source>
        <translation>{0} autres personnes figurent dans le tableau ci-dessus.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is at or above its threshold {2}.</source>
        <translation>Le score agrégé {0} de {1} est égal ou supérieur à son seuil {2}.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is below its threshold {2}.</source>
        <translation>Le score agrégé {0} de {1} est inférieur à son seuil {2}.</translation>
    </message>
    <message>
        <source>The pooled score {0} of {1} is between its thresholds {2} and {3}.</source>
        <translation>Le score agrégé {0} de {1} est situé entre ses seuils {2} et {3}.</translation>
    </message>
    <message>
        <source>In the marked spans the scores reach the threshold {0}.</source>
        <translation>Dans les intervalles marqués, les scores atteignent le seuil {0}.</translation>
    </message>
    <message>
        <source>Only faces were examined, for the kinds of manipulation the detectors were trained on: not sound, lip movement, wholly synthetic pictures, cuts or context.</source>
        <translation>Seuls les visages ont été examinés, pour les types de manipulation appris par les détecteurs&#xa0;: ni le son, ni le mouvement des lèvres, ni les images entièrement synthétiques, ni les coupes, ni le contexte.</translation>
    </message>
    <message>
        <source>Scores and strengths are not the chance that the file is fake: that depends on everything else known of the case too.</source>
        <translation>Les scores et les forces ne sont pas la probabilité que le fichier soit faux&#xa0;: celle-ci dépend aussi de tout ce que l&apos;on sait par ailleurs de l&apos;affaire.</translation>
    </message>
    <message>
        <source>On material unlike the training data the detectors err more often: see the out-of-domain figures under Detectors.</source>
        <translation>Sur un contenu différent des données d&apos;apprentissage, les détecteurs se trompent plus souvent&#xa0;: voir les chiffres hors domaine sous Détecteurs.</translation>
    </message>
    <message>
        <source>Frames between those analysed were not looked at.</source>
        <translation>Les images situées entre celles analysées n&apos;ont pas été regardées.</translation>
    </message>
    <message>
        <source>Thresholds were changed in the settings: the measured error rates do not hold for this outcome.</source>
        <translation>Des seuils ont été modifiés dans les réglages&#xa0;: les taux d&apos;erreur mesurés ne valent pas pour ce résultat.</translation>
    </message>
    <message>
        <source>{0} and above</source>
        <translation>{0} et plus</translation>
    </message>
    <message>
        <source>{0} support</source>
        <translation>soutien {0}</translation>
    </message>
    <message>
        <source>{0} support   ◂ this result</source>
        <translation>soutien {0}   ◂ ce résultat</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Selected person</source>
        <translation>Personne sélectionnée</translation>
    </message>
    <message>
        <source>Why this outcome</source>
        <translation>Pourquoi ce résultat</translation>
    </message>
    <message>
        <source>Frames the outcome rests on</source>
        <translation>Images sur lesquelles repose le résultat</translation>
    </message>
    <message>
        <source>What it does not show</source>
        <translation>Ce que cela ne montre pas</translation>
    </message>
    <message>
        <source>The scale of strength in words</source>
        <translation>L&apos;échelle verbale de la force</translation>
    </message>
    <message>
        <source>Picture and streams</source>
        <translation>Image et flux</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>Certificats de contenu</translation>
    </message>
    <message>
        <source>Metadata and dates in the file</source>
        <translation>Métadonnées et dates dans le fichier</translation>
    </message>
    <message>
        <source>How it was analysed</source>
        <translation>Comment l&apos;analyse a été faite</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Notes ({0})</source>
        <translation>Notes ({0})</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Parts of the findings</source>
        <translation>Parties des résultats</translation>
    </message>
    <message>
        <source>Persons and their outcomes</source>
        <translation>Personnes et leurs résultats</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights files and whether they are whole</source>
        <translation>Fichiers de poids et leur intégrité</translation>
    </message>
    <message>
        <source>Check the weights</source>
        <translation>Vérifier les poids</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Détecteur</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <source>Making the demo clip</source>
        <translation>Création du clip de démonstration</translation>
    </message>
    <message>
        <source>Making the demo clip; this takes some seconds…</source>
        <translation>Création du clip de démonstration&#xa0;; cela prend quelques secondes…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Drop images, videos or a folder here</source>
        <translation>Déposer ici des images, des vidéos ou un dossier</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, TIFF, HEIC and more · MP4, MOV, MKV, WebM, AVI and more</source>
        <translation>JPEG, PNG, WebP, TIFF, HEIC et autres · MP4, MOV, MKV, WebM, AVI et autres</translation>
    </message>
    <message>
        <source>Makes a clip of eight seconds from a public-domain portrait, with a face that is manipulated in the middle third, and opens it.</source>
        <translation>Crée un clip de huit secondes à partir d&apos;un portrait du domaine public, avec un visage manipulé dans le tiers central, et l&apos;ouvre.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and the files are opened read-only.</source>
        <translation>Rien ne quitte cet ordinateur, et les fichiers sont ouverts en lecture seule.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The file is hashed and read in a process of its own.</source>
        <translation>L&apos;empreinte du fichier est calculée et le fichier est lu dans un processus à part.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Every face is followed and scored; look where scores are high.</source>
        <translation>Chaque visage est suivi et noté&#xa0;; regarder là où les scores sont hauts.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Export what was found, with its limits, for others to check.</source>
        <translation>Exporter ce qui a été trouvé, avec ses limites, pour vérification par d&apos;autres.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Support for manipulation</source>
        <translation>Éléments en faveur d&apos;une manipulation</translation>
    </message>
    <message>
        <source>No support found</source>
        <translation>Aucun élément en faveur d&apos;une manipulation</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>Non concluant</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>Could not evaluate</source>
        <translation>Évaluation impossible</translation>
    </message>
    <message>
        <source>no face found</source>
        <translation>aucun visage trouvé</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>visage trop petit</translation>
    </message>
    <message>
        <source>face too blurred</source>
        <translation>visage trop flou</translation>
    </message>
    <message>
        <source>face cut off by the picture&apos;s edge</source>
        <translation>visage coupé par le bord de l&apos;image</translation>
    </message>
    <message>
        <source>frame damaged in the file</source>
        <translation>image endommagée dans le fichier</translation>
    </message>
    <message>
        <source>too few usable frames</source>
        <translation>trop peu d&apos;images utilisables</translation>
    </message>
    <message>
        <source>no frame could be decoded</source>
        <translation>aucune image n&apos;a pu être décodée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Reading its result…</source>
        <translation>Lecture de son résultat…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Analysis could not run</source>
        <translation>L&apos;analyse n&apos;a pas pu avoir lieu</translation>
    </message>
    <message>
        <source>Same bytes as another</source>
        <translation>Mêmes octets qu&apos;un autre</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Fichier absent</translation>
    </message>
    <message>
        <source>File changed</source>
        <translation>Fichier modifié</translation>
    </message>
    <message>
        <source>File unreadable</source>
        <translation>Fichier illisible</translation>
    </message>
    <message>
        <source>Not where they were: {0}.</source>
        <translation>Introuvables à leur emplacement&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Changed since they were analysed: {0}.</source>
        <translation>Modifiés depuis leur analyse&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Cannot be read now: {0}.</source>
        <translation>Illisibles actuellement&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The results shown are those of the files as they were.</source>
        <translation>Les résultats affichés sont ceux des fichiers tels qu&apos;ils étaient.</translation>
    </message>
    <message>
        <source>Some evidence is not as it was</source>
        <translation>Certaines pièces ne sont plus telles qu&apos;elles étaient</translation>
    </message>
    <message>
        <source>The file is not where it was. This is the result of its analysis.</source>
        <translation>Le fichier n&apos;est plus à son emplacement. Ceci est le résultat de son analyse.</translation>
    </message>
    <message>
        <source>The file has changed since it was analysed. This is the result of the file as it was, by the SHA-256 in its report.</source>
        <translation>Le fichier a changé depuis son analyse. Ceci est le résultat du fichier tel qu&apos;il était, d&apos;après le SHA-256 de son rapport.</translation>
    </message>
    <message>
        <source>The file cannot be read now. This is the result of its analysis.</source>
        <translation>Le fichier est actuellement illisible. Ceci est le résultat de son analyse.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Reading and hashing the file…</source>
        <translation>Lecture du fichier et calcul de l&apos;empreinte…</translation>
    </message>
    <message>
        <source>Loading the detectors…</source>
        <translation>Chargement des détecteurs…</translation>
    </message>
    <message>
        <source>Scoring faces…</source>
        <translation>Notation des visages…</translation>
    </message>
    <message>
        <source>Hashing the file again…</source>
        <translation>Nouveau calcul de l&apos;empreinte du fichier…</translation>
    </message>
    <message>
        <source>less than 10 s left</source>
        <translation>reste moins de 10 s</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>reste environ {0} s</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>reste environ {0} min</translation>
    </message>
    <message>
        <source>about {0} h left</source>
        <translation>reste environ {0} h</translation>
    </message>
    <message>
        <source>It is analysed after the files before it.</source>
        <translation>Il est analysé après les fichiers qui le précèdent.</translation>
    </message>
    <message>
        <source>It was analysed before; nothing is analysed again.</source>
        <translation>Il a déjà été analysé&#xa0;; rien n&apos;est analysé de nouveau.</translation>
    </message>
    <message>
        <source>There is no outcome: the scores shown cover only a part of the file.</source>
        <translation>Il n&apos;y a pas de résultat&#xa0;: les scores affichés ne couvrent qu&apos;une partie du fichier.</translation>
    </message>
    <message>
        <source>There is no outcome before the analysis is complete.</source>
        <translation>Il n&apos;y a pas de résultat avant la fin de l&apos;analyse.</translation>
    </message>
    <message>
        <source>Analyse it again to have an outcome.</source>
        <translation>L&apos;analyser de nouveau pour obtenir un résultat.</translation>
    </message>
    <message>
        <source>The scores of at least one face count as support for manipulation of the kinds the detectors were trained on. Detectors err: see their figures below.</source>
        <translation>Les scores d&apos;au moins un visage comptent comme éléments en faveur d&apos;une manipulation des types appris par les détecteurs. Les détecteurs commettent des erreurs&#xa0;: voir leurs chiffres ci-dessous.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have the finding confirmed by other means before anything rests on it.</source>
        <translation>Regarder les intervalles marqués et faire confirmer le constat par d&apos;autres moyens avant d&apos;en faire dépendre quoi que ce soit.</translation>
    </message>
    <message>
        <source>Other kinds of manipulation, and heavy compression, can go unseen.</source>
        <translation>D&apos;autres types de manipulation, et une forte compression, peuvent passer inaperçus.</translation>
    </message>
    <message>
        <source>In the marked spans the scores count as support for manipulation; over the whole time of that face they do not.</source>
        <translation>Dans les intervalles marqués, les scores comptent comme éléments en faveur d&apos;une manipulation&#xa0;; sur toute la durée de ce visage, ce n&apos;est pas le cas.</translation>
    </message>
    <message>
        <source>In the marked spans the scores allow neither conclusion; over the whole time of that face alone they would count as no support.</source>
        <translation>Dans les intervalles marqués, les scores ne permettent aucune des deux conclusions&#xa0;; sur toute la durée de ce visage, à elle seule, ils compteraient comme absence d&apos;éléments.</translation>
    </message>
    <message>
        <source>Look at the marked spans, and have them checked by other means.</source>
        <translation>Regarder les intervalles marqués et les faire vérifier par d&apos;autres moyens.</translation>
    </message>
    <message>
        <source>The scores allow neither conclusion for at least one face.</source>
        <translation>Pour au moins un visage, les scores ne permettent ni l&apos;une ni l&apos;autre conclusion.</translation>
    </message>
    <message>
        <source>A copy nearer to the original, or more frames, may give a clearer answer.</source>
        <translation>Une copie plus proche de l&apos;original, ou davantage d&apos;images, peut donner une réponse plus nette.</translation>
    </message>
    <message>
        <source>No face was found in the frames that were analysed.</source>
        <translation>Aucun visage n&apos;a été trouvé dans les images analysées.</translation>
    </message>
    <message>
        <source>Faces that are turned away or hidden are not found.</source>
        <translation>Les visages détournés ou cachés ne sont pas trouvés.</translation>
    </message>
    <message>
        <source>No face was seen in enough usable frames.</source>
        <translation>Aucun visage n&apos;a été vu dans assez d&apos;images utilisables.</translation>
    </message>
    <message>
        <source>Analyse more frames of it.</source>
        <translation>En analyser davantage d&apos;images.</translation>
    </message>
    <message>
        <source>A copy of better quality may have usable faces.</source>
        <translation>Une copie de meilleure qualité peut contenir des visages utilisables.</translation>
    </message>
    <message>
        <source>A detector&apos;s weights are missing</source>
        <translation>Les poids d&apos;un détecteur sont absents</translation>
    </message>
    <message>
        <source>A detector&apos;s card cannot be used</source>
        <translation>La fiche d&apos;un détecteur est inutilisable</translation>
    </message>
    <message>
        <source>A detector&apos;s weights were altered</source>
        <translation>Les poids d&apos;un détecteur ont été modifiés</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>Le moteur est inutilisable</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Mémoire insuffisante</translation>
    </message>
    <message>
        <source>The face detector cannot be used</source>
        <translation>La recherche de visages est inutilisable</translation>
    </message>
    <message>
        <source>The batch cannot go on</source>
        <translation>Le lot ne peut pas continuer</translation>
    </message>
    <message>
        <source>The batch is in use</source>
        <translation>Le lot est en cours d&apos;utilisation</translation>
    </message>
    <message>
        <source>The worker process stopped</source>
        <translation>Le processus de travail s&apos;est arrêté</translation>
    </message>
    <message>
        <source>The cluster cannot be used</source>
        <translation>La grappe de calcul est inutilisable</translation>
    </message>
    <message>
        <source>The cluster&apos;s workers differ</source>
        <translation>Les processus de la grappe diffèrent</translation>
    </message>
    <message>
        <source>The case cannot be used</source>
        <translation>L&apos;affaire est inutilisable</translation>
    </message>
    <message>
        <source>The case is open already</source>
        <translation>L&apos;affaire est déjà ouverte</translation>
    </message>
    <message>
        <source>The case cannot be kept there</source>
        <translation>L&apos;affaire ne peut être conservée à cet endroit</translation>
    </message>
    <message>
        <source>A setting has no meaning</source>
        <translation>Un réglage n&apos;a pas de sens</translation>
    </message>
    <message>
        <source>The report was not written</source>
        <translation>Le rapport n&apos;a pas été écrit</translation>
    </message>
    <message>
        <source>The report was not signed</source>
        <translation>Le rapport n&apos;a pas été signé</translation>
    </message>
    <message>
        <source>The case log cannot be written</source>
        <translation>Le journal de l&apos;affaire ne peut être écrit</translation>
    </message>
    <message>
        <source>This type of file is not opened</source>
        <translation>Ce type de fichier n&apos;est pas ouvert</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Le fichier est endommagé</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier est illisible</translation>
    </message>
    <message>
        <source>The file changed</source>
        <translation>Le fichier a changé</translation>
    </message>
    <message>
        <source>A limit was exceeded</source>
        <translation>Une limite a été dépassée</translation>
    </message>
    <message>
        <source>The decoder stopped</source>
        <translation>Le décodeur s&apos;est arrêté</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur s&apos;est produite</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Erreur interne</translation>
    </message>
    <message>
        <source>{0} came up where none was expected.</source>
        <translation>{0} est survenu là où rien de tel n&apos;était attendu.</translation>
    </message>
    <message>
        <source>The log has the details. Please report it.</source>
        <translation>Le journal contient les détails. Merci de signaler l&apos;erreur.</translation>
    </message>
    <message>
        <source>log10 likelihood ratio {0}</source>
        <translation>rapport de vraisemblance log10 {0}</translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation>Personne {0}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>The absence of detection does not show that the file is authentic.</source>
        <translation>L&apos;absence de détection ne montre pas que le fichier est authentique.</translation>
    </message>
    <message>
        <source>no</source>
        <comment>as in: no support</comment>
        <translation>nul</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>as in: weak support</comment>
        <translation>faible</translation>
    </message>
    <message>
        <source>moderate</source>
        <comment>as in: moderate support</comment>
        <translation>modéré</translation>
    </message>
    <message>
        <source>moderately strong</source>
        <comment>as in: … support</comment>
        <translation>modérément fort</translation>
    </message>
    <message>
        <source>strong</source>
        <comment>as in: strong support</comment>
        <translation>fort</translation>
    </message>
    <message>
        <source>very strong</source>
        <comment>as in: very strong support</comment>
        <translation>très fort</translation>
    </message>
    <message>
        <source>extremely strong</source>
        <comment>as in: … support</comment>
        <translation>extrêmement fort</translation>
    </message>
    <message>
        <source>The scores do not support one proposition over the other.</source>
        <translation>Les scores n&apos;appuient pas une proposition plus que l&apos;autre.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was manipulated in one of the ways the detector was trained on, relative to the proposition that it was not.</source>
        <translation>Les scores apportent un soutien {0} à la proposition selon laquelle le visage a été manipulé de l&apos;une des façons apprises par le détecteur, par rapport à la proposition contraire.</translation>
    </message>
    <message>
        <source>The scores provide {0} support for the proposition that the face was not manipulated in any of the ways the detector was trained on, relative to the proposition that it was.</source>
        <translation>Les scores apportent un soutien {0} à la proposition selon laquelle le visage n&apos;a été manipulé d&apos;aucune des façons apprises par le détecteur, par rapport à la proposition contraire.</translation>
    </message>
    <message>
        <source>Valid content credentials do not show that the content is true.</source>
        <translation>Des certificats de contenu valides ne montrent pas que le contenu est vrai.</translation>
    </message>
</context>
</TS>
