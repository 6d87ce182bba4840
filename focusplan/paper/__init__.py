"""Printed pages: QtGui without widgets, the same pages for preview, printer and PDF."""
