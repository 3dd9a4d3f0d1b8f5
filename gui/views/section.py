# SPDX-License-Identifier: Apache-2.0
"""A part of a panel under a heading that folds it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading that is a button, and a body.

    Attributes:
        body: Put the contents in here.
    """

    def __init__(
        self, heading: str, parent: QWidget | None = None, *, is_open: bool = True
    ) -> None:
        """Build it.

        Args:
            heading: What it is about.
            parent: Owner.
            is_open: Whether it is open at first.
        """
        super().__init__(parent)
        self.heading = QToolButton(self)
        self.heading.setObjectName("sectionHeading")
        self.heading.setText(heading)
        self.heading.setAccessibleName(heading)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(10, 10))
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body = QWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.heading)
        layout.addWidget(self.body)
        self.heading.setChecked(is_open)
        self.heading.toggled.connect(self._on_toggled)
        self._show(is_open=is_open)
        # Only now: a subclass is still being made, and has nothing to fill.
        self.heading.toggled.connect(self._on_toggled)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.heading.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold it."""
        self.heading.setChecked(is_open)

    def set_heading(self, text: str) -> None:
        """Change the heading."""
        self.heading.setText(text)
        self.heading.setAccessibleName(text)

    def fill(self) -> None:
        """Build what was left out while it was folded; for subclasses."""

    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            self.fill()
        self._show(is_open=is_open)

    def _show(self, *, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.heading.setArrowType(arrow)
        self.body.setVisible(is_open)
